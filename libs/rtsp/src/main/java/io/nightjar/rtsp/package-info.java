// SPDX-License-Identifier: Apache-2.0
/** RTSP 1.0 as messages, SDP and authentication: bytes in, records out. Knows no sockets and keeps no policy. */
package io.nightjar.rtsp;
