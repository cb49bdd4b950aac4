// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.engine.path.Track;
import io.nightjar.media.Codec;
import io.nightjar.media.NalUnits;
import io.nightjar.media.TrackFormat;
import io.nightjar.media.VideoParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which tracks of a path go into HLS, and how they are described there: the first video that MP4 and browsers know, and
 * the first sound. G.711 and MJPEG have no place in MP4 and stay out.
 *
 * @param places from a path's track to the place among {@code formats}
 * @param codecs as in RFC 6381
 */
record HlsFormats(
        List<TrackFormat> formats,
        Map<Integer, Integer> places,
        List<String> codecs,
        @Nullable VideoParameters video) {

    static final HlsFormats NONE = new HlsFormats(List.of(), Map.of(), List.of(), null);

    private record Described(
            TrackFormat format, String codec, @Nullable VideoParameters video) {}

    static HlsFormats of(List<Track> tracks) {
        var formats = new ArrayList<TrackFormat>();
        var places = new HashMap<Integer, Integer>();
        var codecs = new ArrayList<String>();
        VideoParameters video = null;
        boolean sound = false;
        for (var track : tracks) {
            var described = (track.video() && video == null) || (!track.video() && !sound)
                    ? describe(track).orElse(null)
                    : null;
            if (described != null) {
                places.put(track.index(), formats.size());
                formats.add(described.format());
                codecs.add(described.codec());
                video = described.video() == null ? video : described.video();
                sound |= !track.video();
            }
        }
        // Sound alone is no substitute for pictures that are about to be known, or cannot be shown.
        boolean expected = tracks.stream().anyMatch(Track::video);
        return expected && video == null ? NONE : new HlsFormats(formats, places, codecs, video);
    }

    /** Whether a track could be put into HLS once its parameters are known. */
    static boolean possible(Track track) {
        return switch (track.codec()) {
            case H264, H265, AAC, OPUS -> true;
            case MJPEG, PCMU, PCMA, G722 -> false;
        };
    }

    boolean playable() {
        return !formats.isEmpty();
    }

    boolean hasVideo() {
        return video != null;
    }

    /** How deep pictures are reordered; -1 when the camera does not say. */
    int reorderFrames() {
        return video == null ? 0 : video.reorderFrames();
    }

    /** How long a picture lasts by the camera's own word; 0 when it does not say. */
    long frameMicros() {
        return video == null || video.fps() <= 0 ? 0 : Math.round(1_000_000 / video.fps());
    }

    private static Optional<Described> describe(Track track) {
        return switch (track.codec()) {
            case H264 -> video(Codec.H264, track);
            case H265 -> video(Codec.H265, track);
            case AAC ->
                track.parameterSets().stream()
                        .filter(config -> config.length >= 2)
                        .findFirst()
                        .map(config -> sound(Codec.AAC, track, config, "mp4a.40." + ((config[0] & 0xff) >> 3)));
            case OPUS -> Optional.of(sound(Codec.OPUS, track, new byte[0], "opus"));
            case MJPEG, PCMU, PCMA, G722 -> Optional.empty();
        };
    }

    private static Optional<Described> video(Codec codec, Track track) {
        return VideoParameters.of(codec, track.parameterSets()).map(parameters -> {
            var sets = NalUnits.join(track.parameterSets()).array();
            var format = TrackFormat.video(codec, parameters.width(), parameters.height(), parameters.fps(), sets);
            return new Described(format, parameters.codecs(), parameters);
        });
    }

    private static Described sound(Codec codec, Track track, byte[] config, String name) {
        var format = TrackFormat.audio(codec, track.clockRate(), Math.max(1, track.channels()), config);
        return new Described(format, name, null);
    }
}
