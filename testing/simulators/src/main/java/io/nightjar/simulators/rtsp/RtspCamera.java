// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A simulated camera on loopback with a main and a sub stream, each encoded while somebody plays it.
 *
 * <p>It behaves until it is told otherwise; one {@link Command} is in force at a time. Its methods wait for their effect:
 * never call them on an event loop.
 */
public final class RtspCamera implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RtspCamera.class);

    private final String name;
    private final @Nullable Credentials credentials;
    private final Behaviour behaviour;
    private final Map<Role, Feed> feeds;
    private final CameraServer server;
    private final @Nullable Vertx owned;

    private RtspCamera(Builder builder, Vertx vertx, @Nullable Vertx owned) {
        this.name = builder.name;
        this.credentials = builder.credentials;
        this.behaviour = new Behaviour();
        this.owned = owned;
        this.feeds = Map.of(Role.MAIN, feed(builder, Role.MAIN), Role.SUB, feed(builder, Role.SUB));
        var paths = Map.of(path(Role.MAIN), feeds(Role.MAIN), path(Role.SUB), feeds(Role.SUB));
        this.server = CameraServer.start(
                RtspSetup.of(name, stream -> Optional.ofNullable(paths.get(stream.path())))
                        .withSignIn(name, credentials, Lock.NONE)
                        .withPort(builder.port)
                        .withTransports(builder.transports, () -> RtspSetup.UdpRefusal.UNSUPPORTED)
                        .withMaxSessions(builder.maxSessions),
                behaviour,
                vertx);
    }

    private Feed feed(Builder builder, Role role) {
        var profile = role == Role.MAIN ? builder.main : builder.sub;
        return new SceneFeed(name, path(role), builder.scene, profile, behaviour, builder.clock, builder.head);
    }

    private Feed feeds(Role role) {
        return requireNonNull(feeds.get(role));
    }

    private static String path(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    /** Stays the same for the whole life of the camera, also while it refuses connections. */
    public int port() {
        return server.port();
    }

    /** The address of a stream, without credentials. */
    public String url(Role role) {
        return "rtsp://" + CameraServer.HOST + ":" + port() + "/" + path(role);
    }

    /** The address as programs like ffmpeg want it, with credentials where the camera has some. */
    public String urlWithCredentials(Role role) {
        var known = credentials;
        return known == null
                ? url(role)
                : url(role).replace("rtsp://", "rtsp://" + known.username() + ":" + known.password() + "@");
    }

    public @Nullable Credentials credentials() {
        return credentials;
    }

    /** Carries out a command; whatever was in force before ends. */
    public void apply(Command command) {
        if (command == Command.DROP) {
            server.drop();
            return;
        }
        behaviour.set(command);
        switch (command) {
            case REFUSE -> server.refuse();
            case WRONG_PASSWORD -> {
                server.listen();
                server.drop();
            }
            default -> server.listen();
        }
        LOG.infof("camera was told camera=%s command=%s", name, command.wire());
    }

    public void goSilent() {
        apply(Command.SILENT);
    }

    public void dropConnections() {
        apply(Command.DROP);
    }

    public void refuse() {
        apply(Command.REFUSE);
    }

    public void rejectPassword() {
        apply(Command.WRONG_PASSWORD);
    }

    public void freeze() {
        apply(Command.FREEZE);
    }

    public void black() {
        apply(Command.BLACK);
    }

    public void changeResolution() {
        apply(Command.RESOLUTION);
    }

    public void openSlowly() {
        apply(Command.SLOW_OPEN);
    }

    public void sendBadTimestamps() {
        apply(Command.BAD_TIMESTAMPS);
    }

    public void backToNormal() {
        apply(Command.NORMAL);
    }

    public Command behaviour() {
        return behaviour.current();
    }

    /** Connections accepted since the start. */
    public int connectionsOpened() {
        return server.connectionsOpened();
    }

    public int connectionsOpen() {
        return server.connectionsOpen();
    }

    /** Sessions that play a stream now. */
    public int playing(Role role) {
        return feeds(role).viewers();
    }

    /** Pictures of a stream encoded since the start. */
    public long encodedFrames(Role role) {
        return feeds(role).pictures();
    }

    @Override
    public void close() {
        server.close();
        feeds.values().forEach(Feed::close);
        if (owned != null) {
            Waiting.await(owned.close());
        }
    }

    /** What a camera is; all but its name has a usual value. */
    public static final class Builder {

        private static final int USUAL_SESSIONS = 10;

        private final String name;
        private Scene scene = Scene.driveway();
        private StreamProfile main = StreamProfile.MAIN;
        private StreamProfile sub = StreamProfile.SUB;
        private Set<Transport> transports = Set.of(Transport.TCP, Transport.UDP);
        private int maxSessions = USUAL_SESSIONS;
        private int port;
        private Clock clock = Clock.system(ZoneId.systemDefault());
        private @Nullable Credentials credentials;
        private @Nullable Head head;

        private Builder(String name) {
            this.name = name;
        }

        public Builder scene(Scene value) {
            scene = value;
            return this;
        }

        public Builder main(StreamProfile value) {
            main = value;
            return this;
        }

        public Builder sub(StreamProfile value) {
            sub = value;
            return this;
        }

        /** Asks for digest authentication; without credentials everybody may watch. */
        public Builder credentials(String username, String password) {
            credentials = new Credentials(username, password);
            return this;
        }

        /** Of TCP and UDP those that are served; both unless said otherwise. */
        public Builder transports(Set<Transport> value) {
            transports = Set.copyOf(value);
            return this;
        }

        /** Sessions at a time, over both streams; one more is answered with 453. */
        public Builder maxSessions(int value) {
            maxSessions = value;
            return this;
        }

        /** 0, the usual, takes any free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** The pictures follow a head that something else moves. */
        public Builder head(Head value) {
            head = value;
            return this;
        }

        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        public RtspCamera start(Vertx vertx) {
            return new RtspCamera(this, vertx, null);
        }

        /** Starts with a Vert.x of its own, which ends with the camera. */
        public RtspCamera start() {
            var vertx = SimulatorVertx.create();
            return new RtspCamera(this, vertx, vertx);
        }
    }
}
