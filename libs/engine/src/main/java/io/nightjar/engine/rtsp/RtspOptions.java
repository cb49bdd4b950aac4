// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import java.time.Duration;

/**
 * How the RTSP server listens, and how patient it is.
 *
 * @param port 0 for any free one
 * @param udp whether RTP over UDP is offered; without it clients are told to use TCP
 * @param udpPort an even port for RTP, the next one carries RTCP; 0 for any free pair
 * @param patience how long a player waits for a stream that has yet to come
 * @param publisherSilence after how long without a packet a publisher is let go
 * @param idleTimeout after how long without a sign of life a UDP player, or a client that does nothing, is let go
 * @param slowReaderTimeout how long a TCP player may be unable to keep up before it is let go
 * @param wrongPasswordDelay how long the answer to wrong credentials takes
 */
public record RtspOptions(
        String host,
        int port,
        boolean udp,
        int udpPort,
        Duration patience,
        Duration publisherSilence,
        Duration idleTimeout,
        Duration slowReaderTimeout,
        Duration wrongPasswordDelay) {

    public static RtspOptions on(String host, int port) {
        return new RtspOptions(
                host,
                port,
                true,
                0,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    public RtspOptions withUdpPort(int chosen) {
        return new RtspOptions(
                host,
                port,
                true,
                chosen,
                patience,
                publisherSilence,
                idleTimeout,
                slowReaderTimeout,
                wrongPasswordDelay);
    }

    public RtspOptions withoutUdp() {
        return new RtspOptions(
                host, port, false, 0, patience, publisherSilence, idleTimeout, slowReaderTimeout, wrongPasswordDelay);
    }

    /** Shorter or longer waits; tests use it so as not to wait. */
    public RtspOptions withTimeouts(Duration silence, Duration idle, Duration slow, Duration wrong) {
        return new RtspOptions(host, port, udp, udpPort, patience, silence, idle, slow, wrong);
    }

    public RtspOptions withPatience(Duration wait) {
        return new RtspOptions(
                host, port, udp, udpPort, wait, publisherSilence, idleTimeout, slowReaderTimeout, wrongPasswordDelay);
    }
}
