// SPDX-License-Identifier: Apache-2.0
/** The sessions of consoles and bridges, one each however many cameras need it. */
@NullMarked
package io.nightjar.ptz.device;

import org.jspecify.annotations.NullMarked;
