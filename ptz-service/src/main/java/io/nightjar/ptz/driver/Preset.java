// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

/**
 * A position the camera remembers.
 *
 * @param token opaque; may hold anything
 * @param name for people; never empty
 */
public record Preset(String token, String name) {}
