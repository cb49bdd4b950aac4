// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.media.PacketHandler;

/**
 * One connection to a camera: opened once, read by one thread, closed by it. Only {@link #interrupt} may come from
 * another thread. Failures are {@link io.nightjar.cameras.CameraFailure}.
 */
public interface CameraSession extends AutoCloseable {

    /** Connects and finds out what the camera sends. */
    Opened open();

    /** Waits for the next packet and hands it over; false when the camera ended the stream. */
    boolean read(PacketHandler handler);

    /** Ends whatever waits, now and later. */
    void interrupt();

    @Override
    void close();
}
