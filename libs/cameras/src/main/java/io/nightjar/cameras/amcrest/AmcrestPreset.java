// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

/** A position the camera remembers, by its number from 1 up. */
public record AmcrestPreset(int number, String name) {}
