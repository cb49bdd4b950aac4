// SPDX-License-Identifier: Apache-2.0
/** Cameras that serve RTSP like a decent camera does, and misbehave on request. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.rtsp;
