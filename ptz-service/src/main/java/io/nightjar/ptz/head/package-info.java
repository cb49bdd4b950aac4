// SPDX-License-Identifier: Apache-2.0
/** Moves heads. What is decided is pure, in {@link io.nightjar.ptz.head.HeadMachine}; each head is carried out on its own. */
@NullMarked
package io.nightjar.ptz.head;

import org.jspecify.annotations.NullMarked;
