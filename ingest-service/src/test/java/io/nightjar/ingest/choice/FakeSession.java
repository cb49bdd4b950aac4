// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.Codec;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.TrackFormat;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A session that does what a test says, without any camera. */
final class FakeSession implements CameraSession {

    final CountDownLatch begun = new CountDownLatch(1);
    volatile boolean closed;
    private final Candidate candidate;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final @Nullable ErrorKind failure;
    private final boolean hangs;
    private final int width;
    private long time;

    private FakeSession(String url, @Nullable ErrorKind failure, boolean hangs, int width) {
        this.candidate = candidate(url);
        this.failure = failure;
        this.hangs = hangs;
        this.width = width;
    }

    static FakeSession works(String url, int width) {
        return new FakeSession(url, null, false, width);
    }

    static FakeSession fails(String url, ErrorKind kind) {
        return new FakeSession(url, kind, false, 640);
    }

    static FakeSession hangs(String url) {
        return new FakeSession(url, ErrorKind.TIMEOUT, true, 640);
    }

    static Candidate candidate(String url) {
        return new Candidate(Protocol.RTSP, new UrlTemplate(url), List.of(Transport.TCP), InputOptions.NONE);
    }

    Candidate candidate() {
        return candidate;
    }

    boolean dialled() {
        return begun.getCount() == 0;
    }

    @Override
    public Opened open() {
        begun.countDown();
        if (hangs) {
            try {
                interrupted.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        if (failure != null) {
            throw new CameraFailure(failure, "It fails: " + failure.wire() + ".");
        }
        var format = TrackFormat.video(Codec.H264, width, width * 9 / 16, 15, new byte[0]);
        return new Opened(List.of(format), Transport.TCP, candidate);
    }

    /** Reads 15 pictures a second, as fast as it is asked to; ends after some. */
    @Override
    public boolean read(PacketHandler handler) {
        time += 66_667;
        handler.packet(new Packet(0, time, time, 0, true, ByteBuffer.allocate(1)));
        return time < 3_000_000;
    }

    @Override
    public void interrupt() {
        interrupted.countDown();
    }

    @Override
    public void close() {
        closed = true;
    }
}
