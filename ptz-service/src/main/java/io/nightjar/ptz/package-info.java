// SPDX-License-Identifier: Apache-2.0
/** Moves heads. So far it knows the cameras and says honestly that it cannot move them yet. */
@NullMarked
package io.nightjar.ptz;

import org.jspecify.annotations.NullMarked;
