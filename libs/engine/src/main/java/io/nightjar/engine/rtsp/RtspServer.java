// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.Door;
import io.nightjar.engine.path.Paths;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** The RTSP server: publishers fill paths, players read them. One event loop per connection. */
public final class RtspServer {

    private static final Logger LOG = Logger.getLogger(RtspServer.class);

    private static final int MAX_LOOPS = 8;

    private final RtspContext context;
    private final int port;
    private final String deployment;

    private RtspServer(RtspContext context, int port, String deployment) {
        this.context = context;
        this.port = port;
        this.deployment = deployment;
    }

    /** Completes once it listens; fails with a BindException when the port is taken. */
    public static CompletionStage<RtspServer> start(
            RtspOptions options, Paths paths, Door door, Vertx vertx, Clock clock) {
        var ports = options.udp()
                ? UdpPorts.open(vertx, options.host(), options.udpPort())
                : Future.succeededFuture(UdpPorts.NONE);
        return ports.compose(udp -> listen(new RtspContext(vertx, paths, door, clock, options, udp)))
                .toCompletionStage();
    }

    public int port() {
        return port;
    }

    /** The even port that RTP over UDP uses; 0 without UDP. */
    public int udpPort() {
        return context.udp().rtpPort();
    }

    /** Lets everybody go and frees the ports. */
    public CompletionStage<Void> close() {
        return context.vertx()
                .undeploy(deployment)
                .compose(done -> context.udp().close())
                .toCompletionStage();
    }

    /** A Vert.x server runs on one event loop; several that share a port spread connections over all of them. */
    private static Future<RtspServer> listen(RtspContext context) {
        int wanted = context.options().port();
        // A negative number means "any free port, the same for all that give this number".
        int port = wanted == 0 ? -1 - ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : wanted;
        var listeners = new ConcurrentLinkedQueue<RtspListener>();
        int loops = Math.min(Runtime.getRuntime().availableProcessors(), MAX_LOOPS);
        return context.vertx()
                .deployVerticle(
                        () -> {
                            var listener = new RtspListener(context, port);
                            listeners.add(listener);
                            return listener;
                        },
                        new DeploymentOptions().setInstances(loops))
                .map(id -> new RtspServer(context, listeners.element().port(), id))
                .recover(failure -> context.udp().close().compose(closed -> Future.failedFuture(failure)))
                .onSuccess(server -> LOG.infof(
                        "RTSP server listens host=%s port=%d udp=%d",
                        context.options().host(), server.port(), server.udpPort()));
    }
}
