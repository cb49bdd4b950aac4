// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.jspecify.annotations.Nullable;

/** The usable tracks of an input: pictures and sound; metadata tracks are left out and their packets dropped. */
final class InputTracks {

    /** About ten seconds of a camera that never says how large its pictures are. */
    static final int MAX_PROBED = 300;

    private final List<InputTrack> usable = new ArrayList<>();
    private final @Nullable InputTrack[] byStream;

    private InputTracks(int streams) {
        byStream = new InputTrack[streams];
    }

    static InputTracks of(AVFormatContext input, ReaderOptions options, Resources resources, Damage damage) {
        var tracks = new InputTracks(input.nb_streams());
        for (int i = 0; i < input.nb_streams(); i++) {
            var track = InputTrack.of(tracks.usable.size(), input.streams(i), options.rtsp(), resources, damage);
            if (track.format().kind() == TrackFormat.Kind.OTHER
                    || track.format().codec() == Codec.OTHER) {
                input.streams(i).discard(AVDISCARD_ALL);
            } else {
                tracks.byStream[i] = track;
                tracks.usable.add(track);
            }
        }
        tracks.recall(options.known());
        return tracks;
    }

    /** Takes over formats from an earlier session where this one does not say, if the tracks are still the same. */
    private void recall(List<TrackFormat> known) {
        boolean same = known.size() == usable.size();
        for (int i = 0; same && i < usable.size(); i++) {
            same = known.get(i).codec() == usable.get(i).format().codec();
        }
        for (int i = 0; same && i < usable.size(); i++) {
            if (!usable.get(i).known()) {
                usable.get(i).format(known.get(i));
            }
        }
    }

    List<TrackFormat> formats() {
        return usable.stream().map(InputTrack::format).toList();
    }

    boolean known() {
        return usable.stream().allMatch(InputTrack::known);
    }

    boolean wanted(InputPacket packet) {
        return find(packet) != null && packet.size() > 0;
    }

    void learn(Packet packet) {
        usable.get(packet.track()).learn(packet);
    }

    void take(InputPacket packet, PacketHandler handler) {
        require(packet).take(packet, handler);
    }

    /** The input begins anew: its times go on where they have been. */
    void beginAnew() {
        long begin = usable.stream()
                .mapToLong(InputTrack::begin)
                .filter(first -> first != Long.MIN_VALUE)
                .min()
                .orElse(0);
        long end = usable.stream().mapToLong(InputTrack::end).max().orElse(0);
        usable.forEach(track -> track.moved(end - begin));
    }

    void end(PacketHandler handler) {
        usable.forEach(track -> track.end(handler));
    }

    private InputTrack require(InputPacket packet) {
        var track = find(packet);
        if (track == null) {
            throw new IllegalStateException("Not one of " + Arrays.toString(byStream));
        }
        return track;
    }

    private @Nullable InputTrack find(InputPacket packet) {
        int stream = packet.stream();
        return stream < byStream.length ? byStream[stream] : null;
    }
}
