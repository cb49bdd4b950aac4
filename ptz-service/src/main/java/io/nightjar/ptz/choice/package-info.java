// SPDX-License-Identifier: Apache-2.0
/** Which language a head is spoken to in. */
@NullMarked
package io.nightjar.ptz.choice;

import org.jspecify.annotations.NullMarked;
