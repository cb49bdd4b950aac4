// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.JpegSize;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketHandler;
import io.nightjar.media.TrackFormat;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session over a camera that hands out whole JPEG pictures: each becomes a packet, stamped when it came. */
abstract class PictureSession implements CameraSession {

    private final Candidate candidate;
    private final long start = System.nanoTime();
    private @Nullable Packet first;

    PictureSession(Candidate candidate) {
        this.candidate = candidate;
    }

    /** Connects, where there is something to connect. */
    abstract void connect();

    /** Waits for the next picture, a whole JPEG. */
    abstract byte[] next();

    @Override
    public final Opened open() {
        connect();
        var picture = next();
        var size = JpegSize.of(ByteBuffer.wrap(picture))
                .orElseThrow(() -> new CameraFailure(ErrorKind.CODEC, "The camera's pictures are damaged."));
        first = packet(picture);
        return new Opened(List.of(TrackFormat.mjpeg(size.width(), size.height())), Transport.TCP, candidate);
    }

    @Override
    public final boolean read(PacketHandler handler) {
        var waiting = first;
        first = null;
        handler.packet(waiting == null ? packet(next()) : waiting);
        return true;
    }

    private Packet packet(byte[] picture) {
        long micros = (System.nanoTime() - start) / 1_000;
        return new Packet(0, micros, micros, 0, true, ByteBuffer.wrap(picture));
    }
}
