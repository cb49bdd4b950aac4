// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.camera.Video;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes, scales and encodes one track, packet by packet, on the calling thread. Owns its native memory. */
final class VideoPipe implements AutoCloseable {

    private static final double USUAL_FPS = 25;

    private final VideoDecoder decoder;
    private final EncoderStage stage;
    private final RateLimit limit;
    private final VideoConverter.Output output;
    private TrackFormat format;
    private int track;
    private long packets;
    private long bytes;
    private long encoded;
    private long late;
    private long limited;

    VideoPipe(TrackFormat input, Video.Encode wish, Encoders encoders, Damage damage, VideoConverter.Output output) {
        this.output = output;
        this.limit = new RateLimit(wish.fps());
        stage = new EncoderStage(encoders, wish, PictureShape.of(input), fps(input, wish));
        format = stage.format();
        try {
            decoder = new VideoDecoder(input, damage);
        } catch (RuntimeException failure) {
            stage.close();
            throw failure;
        }
    }

    private static double fps(TrackFormat input, Video.Encode wish) {
        double there = input.fps() > 0 ? input.fps() : USUAL_FPS;
        var wanted = wish.fps();
        return wanted == null ? there : Math.min(wanted, input.fps() > 0 ? there : wanted);
    }

    TrackFormat format() {
        return format;
    }

    String encoder() {
        return stage.name();
    }

    void requestKey() {
        stage.requestKey();
    }

    /** Packets were left out before this one: what follows does not continue what came before. */
    void interrupted() {
        decoder.interrupted();
    }

    /**
     * Converts one packet.
     *
     * @param behind newer packets are waiting: its picture is needed only to decode those
     */
    void take(Packet packet, boolean behind) {
        track = packet.track();
        packets++;
        bytes += packet.data().remaining();
        decoder.decode(packet, (frame, pts) -> picture(frame, pts, behind));
    }

    /** Converts what the decoder still holds back, at the end of the track. */
    void end() {
        decoder.end((frame, pts) -> picture(frame, pts, false));
    }

    private void picture(AVFrame frame, long pts, boolean behind) {
        if (behind) {
            late++;
        } else if (limit.passes(pts)) {
            encode(frame, pts);
        } else {
            limited++;
        }
    }

    private void encode(AVFrame frame, long pts) {
        if (stage.suits(PictureShape.of(frame))) {
            format = stage.format();
            output.format(format);
        }
        for (var packet : stage.encode(frame, pts)) {
            encoded++;
            output.packet(new Packet(
                    track,
                    packet.ptsMicros(),
                    packet.dtsMicros(),
                    packet.durationMicros(),
                    packet.key(),
                    packet.data()));
        }
    }

    /** With what the queue before it knows. */
    VideoCounts counts(long waiting, long dropped, long overflows) {
        long skipped = decoder.skipped() + dropped;
        long gone = encoded + late + limited + decoder.damaged() + decoder.skipped();
        return new VideoCounts(
                packets + waiting + dropped,
                bytes,
                decoder.decoded(),
                encoded,
                late,
                limited,
                decoder.damaged(),
                skipped,
                overflows,
                Math.max(0, packets + waiting - gone));
    }

    @Override
    public void close() {
        decoder.close();
        stage.close();
    }
}
