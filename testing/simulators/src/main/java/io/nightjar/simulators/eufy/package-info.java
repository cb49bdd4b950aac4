// SPDX-License-Identifier: Apache-2.0
/** A Eufy camera on battery and Wi-Fi. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.eufy;
