// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.LoginLock;
import io.nightjar.simulators.device.SelfSigned;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.FlvAnswer;
import io.nightjar.simulators.http.HttpDoor;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtmp.RtmpServer;
import io.nightjar.simulators.rtsp.CameraServer;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.RtspSetup;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Reolink camera: RTSP, RTMP, HTTP-FLV, snapshots and the JSON commands over HTTP and HTTPS. It is one without a motor
 * unless it was given a head.
 */
public final class ReolinkCamera extends SimulatedDevice<ReolinkSwitch> {

    private static final int LOGIN_ATTEMPTS = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final Map<Role, SceneFeed> feeds = new EnumMap<>(Role.class);
    private final LoginLock lock;
    private final ReolinkSessions sessions;
    private final ReolinkPaths paths;
    private final ReolinkCommands commands;
    private final ReolinkSnapshots snapshots;
    private final CameraServer rtsp;
    private final RtmpServer rtmp;
    private final HttpDoor http;
    private final HttpDoor https;

    private ReolinkCamera(DeviceSetup setup, Builder builder) {
        super(setup, new Switches<>(ReolinkSwitch.class));
        for (var role : Role.values()) {
            feeds.put(role, share(setup.feed(role)));
        }
        var known = setup.credentials();
        this.lock = new LoginLock(LOGIN_ATTEMPTS, LOCK, setup.clock());
        this.sessions = new ReolinkSessions(known, builder.maxSessions, builder.lease, lock, switches(), setup.clock());
        this.paths = new ReolinkPaths(known, sessions, switches());
        this.commands = new ReolinkCommands(setup, switches(), this::ports);
        this.snapshots = new ReolinkSnapshots(feeds, setup);
        var pages = new ReolinkPages(
                sessions, commands, snapshots, switches(), behaviour(), (request, body) -> flv(request));
        var server = RtspSetup.of(setup.name(), stream -> feed(paths.rtsp(stream.path())))
                .withSignIn("BC Streaming Media", known, lock);
        this.rtsp = guard(CameraServer.start(server, behaviour(), setup.vertx()));
        this.rtmp = guard(RtmpServer.open(this::rtmp, behaviour(), setup.vertx()));
        this.http = guard(HttpDoor.open(setup.name(), pages, behaviour(), setup.vertx(), null));
        var certificate = SelfSigned.create("reolink", setup.clock()).options();
        this.https = guard(HttpDoor.open(setup.name(), pages, behaviour(), setup.vertx(), certificate));
    }

    private Optional<Feed> feed(Optional<Role> role) {
        return role.map(found -> requireNonNull(feeds.get(found)));
    }

    private Optional<Feed> rtmp(String application, String play) {
        return application.equals("bcs") && !behaviour().rejecting() ? feed(paths.rtmp(play)) : Optional.empty();
    }

    private void flv(HttpServerRequest request) {
        var query = request.query();
        var feed = feed(paths.flv(query == null ? "" : query));
        if (feed.isEmpty() || isOn(ReolinkSwitch.RTMP_OFF) || behaviour().rejecting()) {
            Replies.text(request, 404, "text/html", "<h1>Not Found</h1>\n");
        } else {
            FlvAnswer.send(request, feed.get(), behaviour(), setup().vertx());
        }
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Over RTSP, with the path it knows at present. */
    @Override
    public String url(Role role) {
        var prefix = isOn(ReolinkSwitch.LEGACY_PATHS_ONLY) ? "h264Preview_01_" : "Preview_01_";
        return "rtsp://" + Door.HOST + ":" + rtsp.port() + "/" + prefix + ReolinkCommands.name(role);
    }

    /** Over RTMP, with the credentials in it as they are. */
    public String rtmpUrl(Role role) {
        var name = ReolinkCommands.name(role);
        return "rtmp://" + Door.HOST + ":" + rtmp.port() + "/bcs/channel0_" + name + ".bcs?channel=0&stream="
                + (role == Role.MAIN ? 0 : 1) + secrets();
    }

    /** FLV over HTTP, with the credentials in it as they are. */
    public String flvUrl(Role role) {
        return root() + "/flv?port=" + rtmp.port() + "&app=bcs&stream=channel0_" + ReolinkCommands.name(role) + ".bcs"
                + secrets();
    }

    private String secrets() {
        var known = credentials();
        return known == null ? "" : "&user=" + known.username() + "&password=" + known.password();
    }

    /** Where commands go. */
    public String apiUrl() {
        return root() + "/cgi-bin/api.cgi";
    }

    private String root() {
        return "http://" + Door.HOST + ":" + http.port();
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of(
                Ports.RTSP, rtsp.port(),
                Ports.RTMP, rtmp.port(),
                Ports.HTTP, http.port(),
                Ports.HTTPS, https.port());
    }

    @Override
    protected boolean opens(Door door) {
        if (door == rtsp) {
            return !isOn(ReolinkSwitch.RTSP_OFF);
        }
        if (door == rtmp) {
            return !isOn(ReolinkSwitch.RTMP_OFF);
        }
        return door != http || !isOn(ReolinkSwitch.HTTP_OFF);
    }

    /** What motion detection reports from now on. */
    public void seeMotion(boolean motion, boolean person) {
        commands.motion(motion, person);
    }

    /** All tokens end, as after a restart. */
    public void expireSessions() {
        sessions.expire();
    }

    /** Forgets wrong passwords. */
    public void unlock() {
        lock.unlock();
    }

    public int sessionsOpen() {
        return sessions.open();
    }

    /** Logins that succeeded since the start. */
    public int logins() {
        return sessions.logins();
    }

    public int wrongPasswords() {
        return lock.failuresEver();
    }

    /** Snapshots given since the start. */
    public int snapshots() {
        return snapshots.given();
    }

    /** What a Reolink camera is. */
    public static final class Builder extends DeviceBuilder<Builder, ReolinkCamera> {

        private int maxSessions = 8;
        private Duration lease = Duration.ofHours(1);

        private Builder(String name) {
            super(name);
        }

        /** Tokens at a time; one more is answered with -5. */
        public Builder maxSessions(int value) {
            maxSessions = value;
            return this;
        }

        /** How long a token lives. */
        public Builder lease(Duration value) {
            lease = value;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected ReolinkCamera build(DeviceSetup setup) {
            return new ReolinkCamera(setup, this);
        }
    }
}
