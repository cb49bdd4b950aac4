// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.List;

/**
 * What a depacketizer puts together: one picture or one packet of sound.
 *
 * @param timestamp the 32 bits from RTP
 * @param key a decoder can begin here; always true for sound
 * @param parts NAL units without start codes, or one frame of sound
 */
public record AccessUnit(int timestamp, boolean key, List<byte[]> parts) {}
