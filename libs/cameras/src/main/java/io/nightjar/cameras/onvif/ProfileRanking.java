// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.contracts.stream.Role;
import java.util.Comparator;
import java.util.List;

/**
 * Which profile suits a role best: the largest for full view, and for the grid the smallest that still fills a tile and
 * needs no conversion. All profiles stay in the list, since a poor one is better than none.
 */
final class ProfileRanking {

    private static final int TILE_WIDTH = 320;
    private static final int GRID_HEIGHT = 720;

    private ProfileRanking() {}

    static List<MediaProfile> best(List<MediaProfile> profiles, Role role) {
        return profiles.stream().sorted(role == Role.MAIN ? main() : sub()).toList();
    }

    private static Comparator<MediaProfile> main() {
        return Comparator.comparing(ProfileRanking::still)
                .thenComparing(Comparator.comparingLong(MediaProfile::area).reversed())
                .thenComparing(ProfileRanking::conversion)
                .thenComparing(Comparator.comparingDouble(MediaProfile::fps).reversed());
    }

    private static Comparator<MediaProfile> sub() {
        return Comparator.comparingInt(ProfileRanking::conversion)
                .thenComparing(profile -> !fits(profile))
                .thenComparingLong(MediaProfile::area)
                .thenComparing(Comparator.comparingDouble(MediaProfile::fps).reversed());
    }

    /** Single pictures are no match for video of whatever size. */
    private static boolean still(MediaProfile profile) {
        return profile.encoding() == VideoEncoding.JPEG;
    }

    private static boolean fits(MediaProfile profile) {
        return profile.width() >= TILE_WIDTH && profile.height() <= GRID_HEIGHT;
    }

    /** What must be done before a browser shows it: nothing, perhaps nothing, or a lot. */
    private static int conversion(MediaProfile profile) {
        return switch (profile.encoding()) {
            case H264 -> 0;
            case UNKNOWN -> 1;
            case H265 -> 2;
            case MPEG4, JPEG -> 3;
        };
    }
}
