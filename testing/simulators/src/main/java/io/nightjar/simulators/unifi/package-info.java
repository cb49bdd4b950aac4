// SPDX-License-Identifier: Apache-2.0
/** A UniFi Protect console with its cameras. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.unifi;
