// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import io.nightjar.media.H264Encoder;
import io.nightjar.media.I420;
import io.nightjar.media.NalUnits;
import io.nightjar.media.Packet;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.publish.PublishFailure;
import io.nightjar.rtsp.publish.PublishedTrack;
import io.nightjar.rtsp.publish.RtspPublisher;
import io.nightjar.rtsp.publish.TimedUnit;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.Nal;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Publishes a moving grey picture, encoded as it goes, until closed; remembers why it ended by itself. */
public final class TestPublisher implements AutoCloseable {

    private static final int FPS = 15;

    /** MediaMTX lets wrong passwords wait before it answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile Throwable failure;

    private TestPublisher(RtspPublisher publisher, H264Encoder encoder, Clock clock) {
        thread = Thread.ofPlatform().name("test-publisher").start(() -> run(publisher, encoder, clock));
    }

    /** Fails as the publisher fails when the server refuses. */
    public static TestPublisher open(URI server, String path, String user, String password) throws PublishFailure {
        var encoder = H264Encoder.open(new H264Encoder.Settings(320, 180, FPS, 200_000, FPS));
        try {
            var clock = Clock.systemUTC();
            var sets = NalUnits.parameterSets(
                    encoder.format().codec(), encoder.format().extradata());
            var media = SdpMedia.h264(96, sets.get(0), sets.get(1), "streamid=0");
            var publisher = RtspPublisher.open(
                    URI.create("rtsp://" + server.getHost() + ":" + server.getPort() + "/" + path),
                    user,
                    password,
                    List.of(new PublishedTrack(media, new H264Packetizer())),
                    PATIENCE);
            return new TestPublisher(publisher, encoder, clock);
        } catch (PublishFailure refused) {
            encoder.close();
            throw refused;
        }
    }

    private void run(RtspPublisher publisher, H264Encoder encoder, Clock clock) {
        var picture = new I420(320, 180);
        long begun = clock.millis();
        try (publisher;
                encoder) {
            for (int frame = 0; ; frame++) {
                long due = begun + frame * 1000L / FPS;
                if (stop.await(Math.max(0, due - clock.millis()), TimeUnit.MILLISECONDS)) {
                    return;
                }
                picture.fill(40 + frame * 3 % 180, 128, 128);
                encoder.encode(picture, clock.millis() * 1000, frame % FPS == 0, packet -> send(publisher, packet));
            }
        } catch (InterruptedException | RuntimeException ended) {
            failure = ended;
        }
    }

    private static void send(RtspPublisher publisher, Packet packet) {
        try {
            publisher.write(0, List.of(new TimedUnit(Nal.split(packet.bytes()), packet.ptsMicros())));
        } catch (PublishFailure failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Throwable failure() {
        return failure;
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join(15_000);
    }
}
