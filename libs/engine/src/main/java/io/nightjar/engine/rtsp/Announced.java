// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.SdpMedia;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One section that a publisher announced.
 *
 * @param track nothing for a section that is accepted and not passed on, such as camera metadata
 */
record Announced(SdpMedia media, @Nullable Track track) {

    /** Fails with 415 when there is a picture nobody here could pass on, or nothing at all. */
    static List<Announced> of(Sdp description) {
        var sections = new ArrayList<Announced>();
        int index = 0;
        for (var media : description.media()) {
            var codec = codec(media);
            if (codec.isEmpty() && media.kind().equals("video")) {
                throw new RtspException(
                        415, "Only H.264 and H.265 video can be published here; let ingest transcode the camera");
            }
            sections.add(new Announced(media, codec.isPresent() ? track(index++, codec.get(), media) : null));
        }
        if (index == 0) {
            throw new RtspException(415, "The announcement has no stream that can be passed on");
        }
        return sections;
    }

    private static Track track(int index, Codec codec, SdpMedia media) {
        return new Track(
                index,
                codec,
                media.payloadType(),
                media.clockRate(),
                codec.video() ? 0 : Math.max(1, media.channels()),
                media.parameterSets());
    }

    private static Optional<Codec> codec(SdpMedia media) {
        return switch (media.encoding()) {
            case "H264" -> Optional.of(Codec.H264);
            case "H265", "HEVC" -> Optional.of(Codec.H265);
            case "MPEG4-GENERIC" ->
                media.kind().equals("audio") && !media.parameterSets().isEmpty()
                        ? Optional.of(Codec.AAC)
                        : Optional.empty();
            case "OPUS" -> Optional.of(Codec.OPUS);
            case "PCMU" -> Optional.of(Codec.PCMU);
            case "PCMA" -> Optional.of(Codec.PCMA);
            case "G722" -> Optional.of(Codec.G722);
            default -> Optional.empty();
        };
    }
}
