// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.media.PacketHandler;

/**
 * One connection to a camera: opened once, read by one thread, closed by it. Only {@link #interrupt} and
 * {@link #damaged} may come from another thread. Failures are {@link io.nightjar.cameras.CameraFailure}.
 */
public interface CameraSession extends AutoCloseable {

    /** Connects and finds out what the camera sends. */
    Opened open();

    /** Waits for the next packet and hands it over; false when the camera ended the stream. */
    boolean read(PacketHandler handler);

    /** Whether so much arrives broken that the network or its cabling is suspected; from any thread. */
    default boolean damaged() {
        return false;
    }

    /** Ends whatever waits, now and later. */
    void interrupt();

    @Override
    void close();
}
