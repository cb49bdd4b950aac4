// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.publish;

import java.util.List;

/**
 * A picture or a piece of sound.
 *
 * @param parts the NAL units of a picture without start codes, or the one part that sound is
 * @param epochMicros its wall-clock time
 */
public record TimedUnit(List<byte[]> parts, long epochMicros) {}
