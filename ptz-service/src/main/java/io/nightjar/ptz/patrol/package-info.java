// SPDX-License-Identifier: Apache-2.0
/** Rounds of presets. */
@NullMarked
package io.nightjar.ptz.patrol;

import org.jspecify.annotations.NullMarked;
