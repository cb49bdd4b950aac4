// SPDX-License-Identifier: Apache-2.0
/** Positions that cameras remember, and how they look. */
@NullMarked
package io.nightjar.ptz.preset;

import org.jspecify.annotations.NullMarked;
