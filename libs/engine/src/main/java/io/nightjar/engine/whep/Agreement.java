// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.engine.whep.WhepException.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an offer and a stream have in common.
 *
 * @param audio null when the stream has no sound the player takes
 * @param playoutDelayId id of the header extension by which we ask for no delay; 0 when it was not offered
 */
record Agreement(Sending video, @Nullable Sending audio, int playoutDelayId) {

    static final String PLAYOUT_DELAY = "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay";

    /** One track as it is sent: in which section, and as which of the formats offered there. */
    record Sending(SdpMedia section, SdpMedia.Format format, Codec codec) {}

    static Agreement of(SdpOffer offer, List<Track> tracks) {
        var section = offer.section("video");
        if (section == null) {
            throw SdpOffer.bad("The offer asks for no video; offer a recvonly video section with rtcp-mux.");
        }
        var video = tracks.stream()
                .filter(Track::video)
                .findFirst()
                .orElseThrow(() -> unsupported("This stream has no video, so there is nothing to show here."));
        var format =
                VideoFormats.choose(section.offered(), video).orElseThrow(() -> unsupported(advice(video.codec())));
        return new Agreement(
                new Sending(section, format, video.codec()),
                audio(bundled(offer, "audio"), tracks).orElse(null),
                section.extension(PLAYOUT_DELAY).orElse(0));
    }

    /** There is one transport, so sound comes only to who takes it on the picture's. */
    private static @Nullable SdpMedia bundled(SdpOffer offer, String kind) {
        var section = offer.section(kind);
        return section != null && offer.bundle().contains(section.mid()) ? section : null;
    }

    private static Optional<Sending> audio(@Nullable SdpMedia section, List<Track> tracks) {
        if (section == null) {
            return Optional.empty();
        }
        return tracks.stream()
                .filter(track -> !track.video())
                .flatMap(track -> section.offered().stream()
                        .filter(format -> carries(format, track))
                        .map(format -> new Sending(section, format, track.codec())))
                .findFirst();
    }

    /** AAC is not among them: no browser takes it by WebRTC, so such a stream is silent here. */
    private static boolean carries(SdpMedia.Format format, Track track) {
        return switch (track.codec()) {
            case OPUS -> format.name().equals("OPUS") && format.clockRate() == 48_000;
            case PCMU, PCMA ->
                format.name().equals(track.codec().name())
                        && format.clockRate() == track.clockRate()
                        && format.channels() == Math.max(1, track.channels());
            default -> false;
        };
    }

    private static String advice(Codec codec) {
        return switch (codec) {
            case H265 ->
                "The camera sends H.265, which this browser does not take by WebRTC; HLS is tried next. Set the camera"
                        + " to H.264 for the shortest delay.";
            case H264 -> "This browser takes no H.264 by WebRTC; HLS is tried next.";
            default ->
                "The camera sends " + codec
                        + ", which WebRTC does not carry; use another protocol, or set the camera to" + " H.264.";
        };
    }

    static WhepException unsupported(String message) {
        return new WhepException(Kind.UNSUPPORTED, message);
    }
}
