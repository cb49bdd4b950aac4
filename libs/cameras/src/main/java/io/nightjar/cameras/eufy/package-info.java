// SPDX-License-Identifier: Apache-2.0
/** The bridge that moves Eufy cameras: a program of its own, spoken to over a WebSocket. It never carries video. */
@NullMarked
package io.nightjar.cameras.eufy;

import org.jspecify.annotations.NullMarked;
