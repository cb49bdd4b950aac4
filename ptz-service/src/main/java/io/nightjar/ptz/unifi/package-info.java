// SPDX-License-Identifier: Apache-2.0
/** Heads of cameras that hang on a UniFi Protect console. */
@NullMarked
package io.nightjar.ptz.unifi;

import org.jspecify.annotations.NullMarked;
