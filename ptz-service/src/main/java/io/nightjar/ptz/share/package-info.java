// SPDX-License-Identifier: Apache-2.0
/** Which replica of the service moves which head. */
@NullMarked
package io.nightjar.ptz.share;

import org.jspecify.annotations.NullMarked;
