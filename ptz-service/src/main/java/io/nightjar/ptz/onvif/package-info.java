// SPDX-License-Identifier: Apache-2.0
/** Heads that speak ONVIF. */
@NullMarked
package io.nightjar.ptz.onvif;

import org.jspecify.annotations.NullMarked;
