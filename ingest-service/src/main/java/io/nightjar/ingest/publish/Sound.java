// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.camera.Audio;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.AudioConverter;
import io.nightjar.media.Codec;
import io.nightjar.media.MediaException;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.TrackFormat;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What becomes of a session's sound in one publication: nothing, a copy, or Opus. */
final class Sound implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Sound.class);
    /** What RTP has a payload for. */
    private static final Set<Codec> COPIED =
            EnumSet.of(Codec.AAC, Codec.OPUS, Codec.PCMU, Codec.PCMA, Codec.G722, Codec.L16, Codec.MP3);

    private final int track;
    private final @Nullable TrackFormat format;
    private final @Nullable AudioConverter converter;

    private Sound(int track, @Nullable TrackFormat format, @Nullable AudioConverter converter) {
        this.track = track;
        this.format = format;
        this.converter = converter;
    }

    static Sound of(Opened opened, Audio wish) {
        int track = opened.audio();
        if (track < 0 || wish == Audio.OFF) {
            return new Sound(-1, null, null);
        }
        var sent = opened.tracks().get(track);
        if (wish == Audio.COPY || sent.codec() == Codec.OPUS) {
            return COPIED.contains(sent.codec()) ? new Sound(track, sent, null) : new Sound(-1, null, null);
        }
        try {
            var converter = AudioConverter.open(sent);
            return new Sound(track, converter.format(), converter);
        } catch (MediaException unknown) {
            LOG.infof(
                    "Sound is left out, as it cannot be converted codec=%s",
                    sent.codec().wire());
            return new Sound(-1, null, null);
        }
    }

    /** How it is published; empty without any. */
    Optional<TrackFormat> format() {
        return Optional.ofNullable(format);
    }

    /** Hands on what becomes of a packet, if it is one of sound. */
    void offer(Packet packet, int publishedTrack, PacketHandler out) {
        if (packet.track() != track) {
            return;
        }
        if (converter == null) {
            out.packet(onTrack(packet, publishedTrack));
        } else {
            converter.convert(packet, sound -> out.packet(onTrack(sound, publishedTrack)));
        }
    }

    static Packet onTrack(Packet packet, int track) {
        return packet.track() == track
                ? packet
                : new Packet(
                        track,
                        packet.ptsMicros(),
                        packet.dtsMicros(),
                        packet.durationMicros(),
                        packet.key(),
                        packet.data());
    }

    @Override
    public void close() {
        if (converter != null) {
            converter.close();
        }
    }
}
