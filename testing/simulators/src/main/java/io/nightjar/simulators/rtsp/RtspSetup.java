// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Transport;
import io.vertx.core.net.PfxOptions;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an RTSP server is.
 *
 * @param realm in its challenges
 * @param port 0 takes any free one
 * @param credentials null lets everybody in
 * @param maxSessions at a time; one more is answered with 453
 * @param certificate makes it speak TLS
 */
public record RtspSetup(
        String name,
        String realm,
        int port,
        @Nullable Credentials credentials,
        Set<Transport> transports,
        Supplier<UdpRefusal> udpRefusal,
        int maxSessions,
        StreamTable streams,
        Lock lock,
        @Nullable PfxOptions certificate) {

    private static final int USUAL_SESSIONS = 10;

    /** How UDP is turned down where it is not served. */
    public enum UdpRefusal {
        /** 461, as the standard has it. */
        UNSUPPORTED,
        /** 401, however well the client signs: sign-in breaks over UDP. */
        SIGN_IN_FAILS
    }

    public static RtspSetup of(String name, StreamTable streams) {
        return new RtspSetup(
                name,
                name,
                0,
                null,
                Set.of(Transport.TCP, Transport.UDP),
                () -> UdpRefusal.UNSUPPORTED,
                USUAL_SESSIONS,
                streams,
                Lock.NONE,
                null);
    }

    public RtspSetup withSignIn(String realm, @Nullable Credentials credentials, Lock lock) {
        return new RtspSetup(
                name, realm, port, credentials, transports, udpRefusal, maxSessions, streams, lock, certificate);
    }

    public RtspSetup withPort(int port) {
        return new RtspSetup(
                name, realm, port, credentials, transports, udpRefusal, maxSessions, streams, lock, certificate);
    }

    public RtspSetup withTransports(Set<Transport> transports, Supplier<UdpRefusal> udpRefusal) {
        return new RtspSetup(
                name, realm, port, credentials, transports, udpRefusal, maxSessions, streams, lock, certificate);
    }

    public RtspSetup withMaxSessions(int maxSessions) {
        return new RtspSetup(
                name, realm, port, credentials, transports, udpRefusal, maxSessions, streams, lock, certificate);
    }

    /** Over TLS, and so over TCP only. */
    public RtspSetup withCertificate(PfxOptions certificate) {
        return new RtspSetup(
                name,
                realm,
                port,
                credentials,
                Set.of(Transport.TCP),
                udpRefusal,
                maxSessions,
                streams,
                lock,
                certificate);
    }
}
