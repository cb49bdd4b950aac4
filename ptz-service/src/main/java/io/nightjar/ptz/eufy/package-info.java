// SPDX-License-Identifier: Apache-2.0
/** Heads of Eufy cameras, which go in steps and are spoken to through a bridge. */
@NullMarked
package io.nightjar.ptz.eufy;

import org.jspecify.annotations.NullMarked;
