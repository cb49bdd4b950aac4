// SPDX-License-Identifier: Apache-2.0
/** What all simulated devices have in common: a scene, doors, switches and counts. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.device;
