// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.whep.WhepException.Kind;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Plays paths to browsers by WHEP, all on one UDP port. Speaks SDP and WebRTC; HTTP is its caller's: it maps
 * {@link WhepException.Kind#status} and the answer's parts to the response. Never blocks.
 */
public final class WhepServer implements AutoCloseable {

    /**
     * What an accepted offer gets.
     *
     * @param sessionId unguessable; whoever has it may end the session
     * @param etag ready for the header, quotes included
     */
    public record Answer(String sessionId, String etag, String sdp) {}

    private static final Logger LOG = Logger.getLogger(WhepServer.class);

    private final WhepRuntime runtime;
    private final UdpPort udp;
    private final List<String> addresses;
    private final Sessions sessions = new Sessions();
    private final CompletableFuture<Void> warm;

    private WhepServer(WhepRuntime runtime, UdpPort udp, List<String> addresses) {
        this.runtime = runtime;
        this.udp = udp;
        this.addresses = addresses;
        udp.start(sessions);
        warm = CompletableFuture.runAsync(new WarmUp(runtime.identity(), runtime.handshakes()), runtime.handshakes());
    }

    /** Fails when the port is taken, or an address to tell players does not exist. */
    public static WhepServer start(WhepOptions options, Paths paths, Clock clock) throws IOException {
        return start(options, paths, clock, UnaryOperator.identity());
    }

    /** {@code network} lets tests lose packets. */
    static WhepServer start(WhepOptions options, Paths paths, Clock clock, UnaryOperator<Outlet> network)
            throws IOException {
        var addresses = CandidateAddresses.of(options);
        var identity = DtlsIdentity.create(clock);
        var udp = UdpPort.open(options.bind());
        var server =
                new WhepServer(WhepRuntime.create(options, paths, clock, identity, network.apply(udp)), udp, addresses);
        LOG.infof("WebRTC ready: udp=%d addresses=%s", server.port(), addresses);
        return server;
    }

    /** The bound UDP port. */
    public int port() {
        return udp.port();
    }

    /** Completes when a handshake has been rehearsed, so that the first player's is fast; begun by {@link #start}. */
    public CompletionStage<Void> warmUp() {
        return warm;
    }

    /** Waits for the stream if it is about to come; fails with a {@link WhepException}. */
    public CompletionStage<Answer> offer(MediaPathName stream, String sdp) {
        try {
            var offer = SdpOffer.parse(sdp);
            refuseWhenFull();
            return runtime.paths()
                    .await(stream, runtime.options().patience())
                    .exceptionallyCompose(absent -> CompletableFuture.failedFuture(offline()))
                    .thenApply(path -> accept(path, offer));
        } catch (WhepException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static WhepException offline() {
        return new WhepException(
                Kind.OFFLINE,
                "The camera is not sending at the moment; we keep trying, connect again in a few seconds.");
    }

    private void refuseWhenFull() {
        if (sessions.size() >= runtime.options().maximumSessions()) {
            throw new WhepException(
                    Kind.BUSY,
                    "All " + runtime.options().maximumSessions() + " WebRTC places are taken; close another player or"
                            + " use HLS.");
        }
    }

    private Answer accept(MediaPath path, SdpOffer offer) {
        if (path.reordered()) {
            throw Agreement.unsupported(PathReader.REORDERED);
        }
        refuseWhenFull();
        var agreement = Agreement.of(offer, path.tracks());
        var names = SessionNames.random(offer.iceFragment().orElseThrow());
        var transport = new SdpAnswer.Transport(
                names.fragment(), names.password(), runtime.identity().fingerprint(), addresses, port());
        var answer = SdpAnswer.write(offer, agreement, transport, names.sources());
        sessions.add(new WhepSession(runtime, path.id(), agreement, names, offer.fingerprints(), sessions::remove));
        return new Answer(names.id(), names.etag(), answer);
    }

    /**
     * Takes a player's trickled candidates: returning means 204. A lite agent learns addresses from the checks
     * themselves, so they only need to be well-formed; an ICE restart is refused, and the session goes on.
     *
     * @param ifMatch the header as it came, null without one
     */
    public void patch(String sessionId, @Nullable String ifMatch, String fragment) {
        SessionPatch.check(find(sessionId).names(), ifMatch, fragment);
    }

    /** Ends a session; a second time it is not found. */
    public void delete(String sessionId) {
        find(sessionId).end("The player ended it");
    }

    private WhepSession find(String sessionId) {
        return sessions.find(sessionId)
                .orElseThrow(() -> new WhepException(Kind.NOT_FOUND, "This session has ended; connect again."));
    }

    /** Sessions of a stream, those included that wait for its publisher to return. */
    public int sessions(MediaPathName stream) {
        return (int) sessions.all().stream()
                .filter(session -> session.stream().equals(stream))
                .count();
    }

    /** How a session fares; fails as not found once it has ended. */
    public SessionStats stats(String sessionId) {
        return find(sessionId).stats();
    }

    @Override
    public void close() {
        sessions.all().forEach(session -> session.end("We are shutting down"));
        runtime.close();
        udp.close();
    }
}
