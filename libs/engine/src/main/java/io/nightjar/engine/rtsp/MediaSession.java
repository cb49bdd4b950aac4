// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.nio.ByteBuffer;

/** What a connection is there for: publishing or playing one stream. Used on the connection's event loop only. */
interface MediaSession {

    String id();

    /** Adds a track. Fails with an {@link io.nightjar.rtsp.RtspException} that carries the status. */
    RtspResponse setup(RtspRequest request, StreamAddress address);

    RtspResponse play(RtspRequest request);

    RtspResponse record(RtspRequest request);

    RtspResponse pause(RtspRequest request);

    void interleaved(int channel, ByteBuffer payload);

    /** Regular chance to report and to notice silence. */
    void tick(long nowMicros);

    /** Media flows, so that a client without requests is not idle. */
    boolean running();

    /** Lets go of everything; may be called more than once. */
    void end(String reason);
}
