// SPDX-License-Identifier: Apache-2.0
/** The sessions of consoles, one each however many cameras and processes need it. */
@NullMarked
package io.nightjar.ptz.device;

import org.jspecify.annotations.NullMarked;
