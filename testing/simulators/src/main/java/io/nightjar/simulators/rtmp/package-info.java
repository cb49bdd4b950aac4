// SPDX-License-Identifier: Apache-2.0
/** The part of an RTMP server that a camera has: it plays live streams. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.rtmp;
