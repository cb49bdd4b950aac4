// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import java.util.Optional;

/**
 * The head of an H.265 sequence parameter set, which is what SDP tells and negotiates. What it says about the picture is
 * read where pictures are: by {@code VideoParameters} of the media library.
 *
 * @param profile general_profile_idc: 1 main, 2 main 10
 * @param level general_level_idc: 93 for level 3.1
 */
public record H265Sps(int profile, int level) {

    /** Where these bytes stand: after the unit's header, ids, compatibility and constraints. */
    private static final int PROFILE = 3;

    private static final int LEVEL = 14;

    /** Empty when it is none, or cut off before its level. */
    public static Optional<H265Sps> parse(byte[] sps) {
        if (Nal.h265Type(sps) != Nal.H265_SPS) {
            return Optional.empty();
        }
        var content = Nal.withoutEmulationPrevention(sps, LEVEL + 1);
        return content.length <= LEVEL
                ? Optional.empty()
                : Optional.of(new H265Sps(content[PROFILE] & 0x1f, content[LEVEL] & 0xff));
    }
}
