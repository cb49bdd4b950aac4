// SPDX-License-Identifier: Apache-2.0
/** Moving heads of simulated cameras, whatever language moves them; the pictures follow. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.head;
