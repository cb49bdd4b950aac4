// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.Optional;

/**
 * The head of an H.264 sequence parameter set, which is what SDP tells and negotiates. What it says about the picture is
 * read where pictures are: by {@code VideoParameters} of the media library.
 *
 * @param profile profile_idc: 66 baseline, 77 main, 100 high
 * @param constraints the constraint flags byte
 * @param level level_idc: 31 for level 3.1
 */
public record H264Sps(int profile, int constraints, int level) {

    /** Empty when it is none. */
    public static Optional<H264Sps> parse(byte[] sps) {
        return sps.length < 5 || Nal.h264Type(sps) != Nal.H264_SPS
                ? Optional.empty()
                : Optional.of(new H264Sps(sps[1] & 0xff, sps[2] & 0xff, sps[3] & 0xff));
    }
}
