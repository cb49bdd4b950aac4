// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.RtspPreflight;
import io.nightjar.cameras.StreamAddresses;
import io.nightjar.cameras.TcpProbe;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Sessions over libav, dialled only at checked addresses. */
public final class LibavSessions implements CameraSessions {

    private static final Duration PROBE = Duration.ofMillis(800);

    private final Resolver resolver;
    private final RtspPreflight preflight;
    private final Duration connectTimeout;

    public LibavSessions(Resolver resolver, Duration connectTimeout) {
        this.resolver = resolver;
        this.preflight = new RtspPreflight(resolver);
        this.connectTimeout = connectTimeout;
    }

    @Override
    public CameraSession session(SessionPlan plan) {
        return new LibavSession(plan, preflight, connectTimeout);
    }

    @Override
    public boolean answers(SessionPlan plan) {
        try {
            var first = StreamAddresses.candidates(plan.camera(), plan.role(), plan.device())
                    .getFirst();
            var address = resolver.resolve(first.host(), plan.camera().origin());
            return TcpProbe.answers(new InetSocketAddress(address, first.port()), PROBE);
        } catch (CameraFailure unresolved) {
            return false;
        }
    }
}
