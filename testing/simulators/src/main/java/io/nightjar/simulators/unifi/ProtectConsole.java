// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

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
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.http.HttpDoor;
import io.nightjar.simulators.rtsp.CameraServer;
import io.nightjar.simulators.rtsp.RtspSetup;
import io.nightjar.simulators.scene.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A UniFi Protect console with its cameras: HTTPS with a certificate of its own, sign-in with changing cookies and tokens,
 * the Integration API for a key, and RTSP and RTSPS where an alias is the whole secret.
 */
public final class ProtectConsole extends SimulatedDevice<ConsoleSwitch> {

    private static final int LOGIN_ATTEMPTS = 5;
    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final int MOST_SESSIONS = 100;

    private final List<ProtectCamera> cameras = new ArrayList<>();
    private final ConsoleSessions sessions;
    private final LoginLock lock;
    private final SelfSigned certificate;
    private final String apiKey;
    private final CameraServer rtsp;
    private final CameraServer rtsps;
    private final HttpDoor https;

    private ProtectConsole(DeviceSetup setup, Builder builder) {
        super(setup, new Switches<>(ConsoleSwitch.class));
        for (var look : builder.looks()) {
            var camera = new ProtectCamera(
                    cameras.size() + 1, setup.looking(look.name(), look.scene(), look.head()), builder.rtspEnabled);
            camera.feeds().forEach(this::share);
            cameras.add(camera);
        }
        this.sessions = new ConsoleSessions(builder.sessionLifetime, setup.clock());
        this.lock = new LoginLock(LOGIN_ATTEMPTS, LOCK, setup.clock());
        this.certificate = SelfSigned.create("unifi.local", setup.clock());
        this.apiKey = builder.apiKey;
        var known = new ConsoleCameras(List.copyOf(cameras), switches(), setup.vertx());
        this.rtsp = guard(CameraServer.start(
                RtspSetup.of(setup.name(), known::clear).withMaxSessions(MOST_SESSIONS), behaviour(), setup.vertx()));
        this.rtsps = guard(CameraServer.start(
                RtspSetup.of(setup.name(), known::secure)
                        .withMaxSessions(MOST_SESSIONS)
                        .withCertificate(certificate.options()),
                behaviour(),
                setup.vertx()));
        var pages = new ConsolePages(
                requireNonNull(setup.credentials()),
                apiKey,
                sessions,
                lock,
                switches(),
                behaviour(),
                new PrivateApi(known, rtsp::port, rtsps::port),
                new IntegrationApi(known, rtsps::port));
        this.https = guard(HttpDoor.open(setup.name(), pages, behaviour(), setup.vertx(), certificate.options()));
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    public List<ProtectCamera> cameras() {
        return List.copyOf(cameras);
    }

    /** The clear address of the first camera's stream. */
    @Override
    public String url(Role role) {
        return url(cameras.getFirst(), role);
    }

    /** The clear address of a camera's stream: its alias is the secret. */
    public String url(ProtectCamera camera, Role role) {
        return "rtsp://" + Door.HOST + ":" + rtsp.port() + "/"
                + camera.alias(role).orElse("off");
    }

    /** The address over TLS, without the query that asks for SRTP. */
    public String secureUrl(ProtectCamera camera, Role role) {
        return "rtsps://" + Door.HOST + ":" + rtsps.port() + "/"
                + camera.alias(role).orElse("off");
    }

    public String root() {
        return "https://" + Door.HOST + ":" + https.port();
    }

    public String apiKey() {
        return apiKey;
    }

    /** SHA-256 of its certificate in hexadecimal. */
    public String fingerprint() {
        return certificate.fingerprint();
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of(Ports.HTTPS, https.port(), Ports.RTSP, rtsp.port(), Ports.RTSPS, rtsps.port());
    }

    @Override
    protected void switched() {
        cameras.getFirst().connect(!isOn(ConsoleSwitch.CAMERA_OFFLINE));
    }

    @Override
    protected boolean opens(Door door) {
        return door != rtsp || !isOn(ConsoleSwitch.RTSP_OFF);
    }

    /** All cookies end now, as after a restart. */
    public void expireSessions() {
        sessions.endAll();
    }

    /** Sign-ins that succeeded since the start. */
    public int logins() {
        return sessions.logins();
    }

    public int wrongPasswords() {
        return lock.failuresEver();
    }

    /** Signed-in clients now. */
    public int sessions() {
        return sessions.open();
    }

    /** HTTPS requests since the start. */
    public int requests() {
        return https.requests();
    }

    /** What a console is: one camera with RTSP switched on, unless said otherwise. */
    public static final class Builder extends DeviceBuilder<Builder, ProtectConsole> {

        private record Look(
                String name, Scene scene, @Nullable Head head) {}

        private static final List<Scene> SCENES =
                List.of(Scene.garden(), Scene.harbour(), Scene.driveway(), Scene.warehouse());

        private final List<Look> looks = new ArrayList<>();
        private String apiKey = "simulated-api-key";
        private Duration sessionLifetime = Duration.ofHours(2);
        private boolean rtspEnabled = true;

        private Builder(String name) {
            super(name);
            credentials("nightjar", "protect");
        }

        public Builder camera(String name, Scene scene) {
            looks.add(new Look(name, scene, null));
            return this;
        }

        /** A motorised model, whose pictures follow its head. */
        public Builder camera(String name, Scene scene, Head head) {
            looks.add(new Look(name, scene, head));
            return this;
        }

        /** So many cameras more, with names and scenes of their own. */
        public Builder cameras(int count) {
            for (var i = 0; i < count; i++) {
                camera("Camera " + (looks.size() + 1), SCENES.get(looks.size() % SCENES.size()));
            }
            return this;
        }

        public Builder apiKey(String value) {
            apiKey = value;
            return this;
        }

        public Builder sessionLifetime(Duration value) {
            sessionLifetime = value;
            return this;
        }

        /** Streams have no address until somebody switches RTSP on. */
        public Builder rtspDisabled() {
            rtspEnabled = false;
            return this;
        }

        private List<Look> looks() {
            return looks.isEmpty() ? cameras(1).looks : looks;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected ProtectConsole build(DeviceSetup setup) {
            return new ProtectConsole(setup, this);
        }
    }
}
