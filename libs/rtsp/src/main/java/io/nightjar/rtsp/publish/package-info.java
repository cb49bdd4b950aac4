// SPDX-License-Identifier: Apache-2.0
/** The publishing side of RTSP: announces tracks to a server and sends them. */
@NullMarked
package io.nightjar.rtsp.publish;

import org.jspecify.annotations.NullMarked;
