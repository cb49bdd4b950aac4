// SPDX-License-Identifier: Apache-2.0
/** RTP and RTCP packets, and how each codec is cut into them and put together again. */
package io.nightjar.rtsp.rtp;
