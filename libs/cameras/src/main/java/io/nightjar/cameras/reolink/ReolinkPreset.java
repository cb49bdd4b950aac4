// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

/** A position the camera remembers, by its number from 1 to 64. */
public record ReolinkPreset(int id, String name) {}
