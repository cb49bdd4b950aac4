// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

/** Which camera it is. */
public record AmcrestDevice(String model, String name, String serial, String firmware) {}
