// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track;
import io.nightjar.rtsp.rtp.H264Sps;
import io.nightjar.rtsp.rtp.H265Sps;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses among the many video formats of an offer the one that fits a stream. */
final class VideoFormats {

    private static final String CONSTRAINED_BASELINE = "42e0";

    private VideoFormats() {}

    static Optional<SdpMedia.Format> choose(List<SdpMedia.Format> offered, Track video) {
        return switch (video.codec()) {
            case H264 -> h264(offered, profile(video));
            case H265 -> h265(offered, video);
            default -> Optional.empty();
        };
    }

    /**
     * The same profile if offered; otherwise constrained baseline, under whose name browsers decode Main and High as
     * well; otherwise whatever there is. Always packetization-mode 1: large pictures must be cut.
     */
    private static Optional<SdpMedia.Format> h264(List<SdpMedia.Format> offered, String profile) {
        return offered.stream()
                .filter(format -> format.name().equals("H264"))
                .filter(format -> format.parameter("packetization-mode", "0").equals("1"))
                .min(Comparator.comparingInt(format -> distance(profileOf(format), profile)));
    }

    private static int distance(String offered, String wanted) {
        if (offered.equals(wanted)) {
            return 0;
        }
        return offered.equals(CONSTRAINED_BASELINE) ? 1 : 2;
    }

    private static String profileOf(SdpMedia.Format format) {
        var id = format.parameter("profile-level-id", "42e01f").toLowerCase(Locale.ROOT);
        return id.length() >= 4 ? id.substring(0, 4) : id;
    }

    /** profile_idc and the constraint flags, as profile-level-id begins; constrained baseline in its usual form. */
    private static String profile(Track video) {
        return video.parameterSets().stream()
                .map(H264Sps::parse)
                .flatMap(Optional::stream)
                .findFirst()
                .map(VideoFormats::profile)
                .orElse(CONSTRAINED_BASELINE);
    }

    private static String profile(H264Sps sps) {
        boolean constrainedBaseline = sps.profile() == 66 && (sps.constraints() & 0x40) != 0;
        return constrainedBaseline
                ? CONSTRAINED_BASELINE
                : String.format(Locale.ROOT, "%02x%02x", sps.profile(), sps.constraints() & 0xf0);
    }

    private static Optional<SdpMedia.Format> h265(List<SdpMedia.Format> offered, Track video) {
        var sps = video.parameterSets().stream()
                .map(H265Sps::parse)
                .flatMap(Optional::stream)
                .findFirst();
        return offered.stream()
                .filter(format -> format.name().equals("H265"))
                .filter(format -> format.parameter("tx-mode", "SRST").equals("SRST"))
                .filter(format -> sps.isEmpty() || decodes(format, sps.get()))
                .findFirst();
    }

    private static boolean decodes(SdpMedia.Format format, H265Sps sps) {
        try {
            return Integer.parseInt(format.parameter("profile-id", "1")) == sps.profile()
                    && Integer.parseInt(format.parameter("level-id", "93")) >= sps.level();
        } catch (NumberFormatException broken) {
            return false;
        }
    }
}
