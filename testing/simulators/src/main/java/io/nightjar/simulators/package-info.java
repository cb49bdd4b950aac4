// SPDX-License-Identifier: Apache-2.0
/** Cameras that do not exist: moving pictures with a clock in them, served by the real protocols, misbehaving on request. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators;
