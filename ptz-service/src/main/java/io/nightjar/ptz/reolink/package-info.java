// SPDX-License-Identifier: Apache-2.0
/** Heads of Reolink cameras, by their HTTP commands. */
@NullMarked
package io.nightjar.ptz.reolink;

import org.jspecify.annotations.NullMarked;
