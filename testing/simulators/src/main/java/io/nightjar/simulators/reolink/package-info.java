// SPDX-License-Identifier: Apache-2.0
/** A Reolink camera: RTSP, RTMP, HTTP-FLV and the JSON commands. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.reolink;
