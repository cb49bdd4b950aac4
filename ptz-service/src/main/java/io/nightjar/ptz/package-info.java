// SPDX-License-Identifier: Apache-2.0
/** Moves heads: puts the parts together. */
@NullMarked
package io.nightjar.ptz;

import org.jspecify.annotations.NullMarked;
