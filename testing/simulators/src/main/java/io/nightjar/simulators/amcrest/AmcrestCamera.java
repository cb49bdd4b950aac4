// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.LoginLock;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.HttpDoor;
import io.nightjar.simulators.http.HttpGate;
import io.nightjar.simulators.rtsp.CameraServer;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.RtspSetup;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.nightjar.simulators.rtsp.StreamPath;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An Amcrest camera, or a Dahua, which it is inside: RTSP, pictures over CGI, and a head that turns
 * where it was given one. Five wrong passwords lock the account.
 */
public final class AmcrestCamera extends SimulatedDevice<AmcrestSwitch> {

    private static final String SERIAL = "AMC0SIM0001";
    private static final String PATH = "cam/realmonitor";
    private static final int LOGIN_ATTEMPTS = 5;

    private final SceneFeed main;
    private final SceneFeed sub;
    private final Channels channels;
    private final LoginLock lock;
    private final SnapshotCgi snapshots;
    private final CameraServer rtsp;
    private final HttpDoor http;

    private AmcrestCamera(DeviceSetup setup, Builder builder) {
        super(setup, new Switches<>(AmcrestSwitch.class));
        this.main = share(setup.feed(Role.MAIN));
        this.sub = share(setup.feed(Role.SUB));
        this.channels = new Channels(switches());
        this.lock = new LoginLock(LOGIN_ATTEMPTS, builder.lockTime, setup.clock());
        var realm = "Login to " + SERIAL;
        var server = RtspSetup.of(setup.name(), this::stream).withSignIn(realm, setup.credentials(), lock);
        this.rtsp = guard(CameraServer.start(server, behaviour(), setup.vertx()));
        var answers = new CgiAnswers(switches());
        this.snapshots = new SnapshotCgi(main, setup, builder.snapshotDelay, channels, switches(), answers);
        var scripts = Map.of(
                "magicBox.cgi", new MagicBox(answers, setup.name(), SERIAL),
                "configManager.cgi", new ConfigManager(answers, setup, rtsp::port),
                "snapshot.cgi", snapshots,
                "ptz.cgi", new PtzCgi(setup, channels, switches(), answers),
                "mjpg/video.cgi", new VideoCgi(sub, setup, channels, switches(), answers));
        var gate = new HttpGate(realm, setup.credentials(), lock);
        var pages = new CgiPages(scripts, gate, lock, switches(), behaviour());
        this.http = guard(HttpDoor.open(setup.name(), pages, behaviour(), setup.vertx(), null));
    }

    private Optional<Feed> stream(StreamPath path) {
        if (!path.path().equals(PATH) || !channels.knows(path.parameter("channel"))) {
            return Optional.empty();
        }
        return switch (path.parameter("subtype")) {
            case "", "0" -> Optional.of(main);
            case "1" -> Optional.of(sub);
            default -> Optional.empty();
        };
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    @Override
    public String url(Role role) {
        return "rtsp://" + Door.HOST + ":" + rtsp.port() + "/" + PATH + "?channel=1&subtype="
                + (role == Role.MAIN ? 0 : 1);
    }

    public String snapshotUrl() {
        return cgi("snapshot.cgi?channel=1");
    }

    /** Of the small stream: there is no other. */
    public String mjpegUrl() {
        return cgi("mjpg/video.cgi?channel=1&subtype=1");
    }

    /** The address of a script with its query. */
    public String cgi(String script) {
        return "http://" + Door.HOST + ":" + http.port() + "/cgi-bin/" + script;
    }

    public String serial() {
        return SERIAL;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of(Ports.RTSP, rtsp.port(), Ports.HTTP, http.port());
    }

    @Override
    protected boolean opens(Door door) {
        return door != rtsp || !isOn(AmcrestSwitch.RTSP_OFF);
    }

    public boolean locked() {
        return lock.locked();
    }

    /** Forgets wrong passwords. */
    public void unlock() {
        lock.unlock();
    }

    public int wrongPasswords() {
        return lock.failuresEver();
    }

    /** Snapshots given since the start. */
    public int snapshots() {
        return snapshots.given();
    }

    /** HTTP requests since the start, challenged ones too. */
    public int requests() {
        return http.requests();
    }

    /** What an Amcrest camera is. */
    public static final class Builder extends DeviceBuilder<Builder, AmcrestCamera> {

        private Duration snapshotDelay = Duration.ofMillis(300);
        private Duration lockTime = Duration.ofMinutes(5);

        private Builder(String name) {
            super(name);
        }

        /** How long a snapshot takes. */
        public Builder snapshotDelay(Duration value) {
            snapshotDelay = value;
            return this;
        }

        /** How long the account stays locked. */
        public Builder lockTime(Duration value) {
            lockTime = value;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected AmcrestCamera build(DeviceSetup setup) {
            return new AmcrestCamera(setup, this);
        }
    }
}
