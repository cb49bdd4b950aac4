// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine;

import io.nightjar.engine.hls.HlsServer;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.rtsp.RtspOptions;
import io.nightjar.engine.rtsp.RtspServer;
import io.nightjar.engine.whep.WhepOptions;
import io.nightjar.engine.whep.WhepServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The embedded media engine: one set of paths behind an RTSP server, WHEP and LL-HLS. */
public final class Engine implements AutoCloseable {

    private static final long CLOSE_SECONDS = 2;

    private final Paths paths;
    private final RtspServer rtsp;
    private final WhepServer whep;
    private final HlsServer hls;

    private Engine(Paths paths, RtspServer rtsp, WhepServer whep, HlsServer hls) {
        this.paths = paths;
        this.rtsp = rtsp;
        this.whep = whep;
        this.hls = hls;
    }

    /** Listens when this returns; fails with an UncheckedIOException that names the port when one is taken. */
    public static Engine start(EngineOptions options, Door door, Vertx vertx, Clock clock) {
        var paths = new Paths(clock);
        var whep = startWhep(options, paths, clock);
        try {
            var rtsp = RtspServer.start(RtspOptions.on(options.host(), options.rtspPort()), paths, door, vertx, clock)
                    .toCompletableFuture()
                    .join();
            // The first DTLS handshake loads many classes; no viewer should wait for that.
            var unused = whep.warmUp();
            return new Engine(paths, rtsp, whep, new HlsServer(paths));
        } catch (CompletionException failure) {
            whep.close();
            throw new UncheckedIOException(new IOException(
                    "RTSP cannot listen on " + options.host() + ":" + options.rtspPort(), failure.getCause()));
        }
    }

    private static WhepServer startWhep(EngineOptions options, Paths paths, Clock clock) {
        try {
            var bind = new InetSocketAddress(options.host(), options.webrtcPort());
            return WhepServer.start(WhepOptions.on(bind).withAddresses(options.addresses()), paths, clock);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    new IOException("WebRTC cannot listen on " + options.host() + ":" + options.webrtcPort(), failure));
        }
    }

    public Paths paths() {
        return paths;
    }

    public RtspServer rtsp() {
        return rtsp;
    }

    public WhepServer whep() {
        return whep;
    }

    public HlsServer hls() {
        return hls;
    }

    /** Ends every reader and publisher and frees the ports. */
    @Override
    public void close() {
        hls.close();
        whep.close();
        rtsp.close()
                .toCompletableFuture()
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
