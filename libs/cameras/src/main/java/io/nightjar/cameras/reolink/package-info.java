// SPDX-License-Identifier: Apache-2.0
/** Reolink's HTTP commands, and the bridge for cameras that know only Reolink's own protocol. */
@NullMarked
package io.nightjar.cameras.reolink;

import org.jspecify.annotations.NullMarked;
