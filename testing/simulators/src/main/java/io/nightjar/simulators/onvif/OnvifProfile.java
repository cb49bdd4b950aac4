// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.rtsp.StreamProfile;

/**
 * A profile as it is listed.
 *
 * @param encoding as the device writes it, such as {@code H264}
 * @param source which of its pictures
 * @param stream whose address it gives
 */
public record OnvifProfile(
        String token,
        String name,
        String encoding,
        int width,
        int height,
        int fps,
        int kilobits,
        String source,
        Role stream) {

    /** A profile of what is really sent. */
    static OnvifProfile of(String token, String name, StreamProfile stream, Role role) {
        return new OnvifProfile(
                token,
                name,
                "H264",
                stream.width(),
                stream.height(),
                stream.fps(),
                stream.bitrate() / 1000,
                "VideoSource-1",
                role);
    }

    /** Media knows no H.265. */
    boolean knownToMedia() {
        return !encoding.equals("H265");
    }
}
