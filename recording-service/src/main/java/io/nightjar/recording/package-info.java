// SPDX-License-Identifier: Apache-2.0
/** Keeps footage. So far it knows the cameras and says honestly that it does not record yet. */
@NullMarked
package io.nightjar.recording;

import org.jspecify.annotations.NullMarked;
