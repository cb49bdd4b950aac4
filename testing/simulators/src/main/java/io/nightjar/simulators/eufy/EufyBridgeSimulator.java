// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.rtsp.SimulatorVertx;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A Eufy bridge on loopback: a WebSocket that speaks the language of eufy-security-ws, with an account that may want a picture
 * typed off or a code, and cameras that step. Its methods wait for their effect: never call them on an event loop.
 */
public final class EufyBridgeSimulator implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EufyBridgeSimulator.class);

    private static final int LONGEST_MESSAGE = 16 * 1024 * 1024;

    private final Vertx vertx;
    private final @Nullable Vertx owned;
    private final Context context;
    private final BridgeSetup setup;
    private final BridgeOrders orders;
    private final BridgeCommands commands;
    private final Duration eventDuration;
    private final Map<ServerWebSocket, BridgeClient> clients = new LinkedHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable HttpServer server;
    private int port;

    private EufyBridgeSimulator(Builder builder, Vertx vertx, @Nullable Vertx owned) {
        this.vertx = vertx;
        this.owned = owned;
        this.context = vertx.getOrCreateContext();
        this.setup = new BridgeSetup(
                List.copyOf(builder.cameras),
                builder.maxSchema,
                builder.confirmation,
                new BridgeAccount(this::broadcast, builder.signedIn),
                new Switches<>(BridgeSwitch.class));
        this.orders = new BridgeOrders(vertx, setup, this::broadcast);
        this.commands = new BridgeCommands(setup, orders);
        this.eventDuration = builder.eventDuration;
        setup.account().guard(builder.captcha, builder.code);
        start();
        LOG.infof("Eufy bridge answers port=%d cameras=%d", port, builder.cameras.size());
    }

    public static Builder builder() {
        return new Builder();
    }

    public int port() {
        return port;
    }

    /** Begins again on the same port; does nothing while it runs. */
    public synchronized void start() {
        if (server == null) {
            // A framework in the same process may have switched handlers for WebSockets off; requests can be upgraded
            // always.
            var options = new HttpServerOptions()
                    .setHost(Door.HOST)
                    .setHttp2ClearTextEnabled(false)
                    .setMaxWebSocketMessageSize(LONGEST_MESSAGE);
            server = Waiting.on(context, () -> vertx.createHttpServer(options)
                    .requestHandler(request -> request.toWebSocket()
                            .onSuccess(this::accepted)
                            .onFailure(other -> LOG.debugf("no bridge client cause=%s", other.getMessage())))
                    .listen(port));
            port = server.actualPort();
        }
    }

    /** Says goodbye and goes; nothing answers at its port. */
    public void stop() {
        on(() -> {
            broadcast(BridgeJson.object().put("source", "server").put("event", "shutdown"));
            return null;
        });
        kill();
    }

    /** Gone without a word, as by a power cut. */
    public synchronized void kill() {
        var running = server;
        server = null;
        if (running != null) {
            Waiting.await(running.close());
        }
        drop();
    }

    /** Breaks all connections. */
    public void drop() {
        Waiting.on(
                context,
                () -> Future.join(List.copyOf(clients.keySet()).stream()
                        .map(ServerWebSocket::close)
                        .toList()));
    }

    public void turn(BridgeSwitch which, boolean state) {
        on(() -> {
            setup.switches().turn(which, state);
            if (which == BridgeSwitch.ASLEEP && !state) {
                orders.wake();
            }
            return null;
        });
    }

    /**
     * The account is signed out, and wants something before it is signed in again.
     *
     * @param captcha digits to be typed off a picture; null where none are wanted
     * @param code to be entered after them; null where none is wanted
     */
    public void lock(@Nullable String captcha, @Nullable String code) {
        on(() -> {
            setup.account().guard(captcha, code);
            setup.account().signOut();
            setup.account().connect();
            return null;
        });
    }

    public boolean signedIn() {
        return on(() -> setup.account().connected());
    }

    /** Attempts to sign in since the start. */
    public int signIns() {
        return on(() -> setup.account().attempts());
    }

    /** Codes sent to the account's owner since the start. */
    public int codesSent() {
        return on(() -> setup.account().codesSent());
    }

    /** Somebody walks by: two events, as real cameras send them. */
    public void motion(String serial) {
        on(() -> {
            broadcast(BridgeJson.device("motion detected", serial).put("state", true));
            vertx.setTimer(
                    Math.max(eventDuration.toMillis(), 1),
                    over -> broadcast(
                            BridgeJson.device("motion detected", serial).put("state", false)));
            return null;
        });
    }

    /** Clients connected now. */
    public int clients() {
        return on(clients::size);
    }

    /** Clients that ever connected. */
    public int connectionsEver() {
        return connections.get();
    }

    private void accepted(ServerWebSocket socket) {
        connections.incrementAndGet();
        var client = new BridgeClient(socket, setup, commands);
        clients.put(socket, client);
        socket.textMessageHandler(client::received);
        socket.closeHandler(closed -> clients.remove(socket));
        socket.exceptionHandler(failure -> LOG.debugf("bridge client broke cause=%s", failure.getMessage()));
        client.greet();
    }

    private void broadcast(ObjectNode event) {
        List.copyOf(clients.values()).forEach(client -> client.event(event));
    }

    private <T> T on(Supplier<T> task) {
        return Waiting.on(context, () -> Future.succeededFuture(task.get()));
    }

    @Override
    public void close() {
        kill();
        if (owned != null) {
            Waiting.await(owned.close());
        }
    }

    /** What a bridge is: signed in, and of the newest version, unless said otherwise. */
    public static final class Builder {

        private final List<BridgeCamera> cameras = new ArrayList<>();
        private int maxSchema = 21;
        private Duration confirmation = Duration.ofMillis(150);
        private Duration eventDuration = Duration.ofSeconds(10);
        private boolean signedIn = true;
        private @Nullable String captcha;
        private @Nullable String code;

        private Builder() {}

        public Builder camera(BridgeCamera value) {
            cameras.add(value);
            return this;
        }

        public Builder maxSchema(int value) {
            maxSchema = value;
            return this;
        }

        /** Until a camera confirms an order. */
        public Builder confirmation(Duration value) {
            confirmation = value;
            return this;
        }

        /** From the beginning of a motion to its end. */
        public Builder eventDuration(Duration value) {
            eventDuration = value;
            return this;
        }

        /** Somebody has to ask it to sign in. */
        public Builder signedOut() {
            signedIn = false;
            return this;
        }

        /** Signed out until these digits are typed off. */
        public Builder captcha(String digits) {
            captcha = digits;
            return signedOut();
        }

        /** Signed out until this code is entered. */
        public Builder code(String value) {
            code = value;
            return signedOut();
        }

        public EufyBridgeSimulator start(Vertx vertx) {
            return new EufyBridgeSimulator(this, vertx, null);
        }

        public EufyBridgeSimulator start() {
            var vertx = SimulatorVertx.create();
            return new EufyBridgeSimulator(this, vertx, vertx);
        }
    }
}
