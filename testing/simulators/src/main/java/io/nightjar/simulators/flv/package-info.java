// SPDX-License-Identifier: Apache-2.0
/** H.264 as FLV tags, for RTMP and for HTTP. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.flv;
