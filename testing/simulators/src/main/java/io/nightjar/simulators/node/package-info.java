// SPDX-License-Identifier: Apache-2.0
/** Devices that others wrote, where they can be fetched. */
@NullMarked
package io.nightjar.simulators.node;

import org.jspecify.annotations.NullMarked;
