// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.SnapshotSource;

/** The session for each protocol. Only checked addresses are dialled. */
public final class ProtocolSessions implements Dialler {

    private final Preflight preflight;
    private final CameraHttp http;
    private final Consoles consoles;
    private final Patience patience;

    /** @param consoles asked for pictures of cameras whose console is signed in to by user and password */
    public ProtocolSessions(Resolver resolver, CameraHttp http, Consoles consoles, Patience patience) {
        this.preflight = new Preflight(resolver, new HttpPreflight(http));
        this.http = http;
        this.consoles = consoles;
        this.patience = patience;
    }

    @Override
    public CameraSession session(Candidate candidate, SessionPlan plan) {
        return switch (candidate.protocol()) {
            case RTSP, RTMP, FLV, HLS, SRT, NEOLINK, V4L2, FILE ->
                new LibavSession(candidate, plan, preflight, patience);
            case MJPEG -> {
                var own = patience.of(candidate.input());
                yield new MjpegSession(http, candidate, plan.wish(), own.read(own.connect()));
            }
            case SNAPSHOT -> {
                var source = SnapshotSource.open(http, consoles, candidate, plan.wish());
                yield new SnapshotSession(
                        candidate, source, patience.of(candidate.input()).connect());
            }
        };
    }
}
