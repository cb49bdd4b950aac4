// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.rtsp.CameraServer;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.Lock;
import io.nightjar.simulators.rtsp.RtspSetup;
import io.nightjar.simulators.rtsp.SceneFeed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Eufy camera: one RTSP stream over TCP, no small one; signing in over UDP fails. On battery it hangs up by itself after a
 * while, and it may be gone for long.
 */
public final class EufyCamera extends SimulatedDevice<EufySwitch> {

    private static final String PATH = "live0";

    private final SceneFeed feed;
    private final CameraServer rtsp;
    private final BatteryTimer battery;

    private EufyCamera(DeviceSetup setup, Builder builder) {
        super(setup, new Switches<>(EufySwitch.class));
        this.feed = share(setup.feed(Role.MAIN));
        var server = RtspSetup.of(setup.name(), stream -> Optional.<Feed>of(feed)
                        .filter(known -> stream.path().equals(PATH)))
                .withSignIn("Eufy RTSP", setup.credentials(), Lock.NONE)
                .withTransports(Set.of(Transport.TCP), this::udpRefusal)
                .withMaxSessions(builder.maxSessions);
        this.rtsp = guard(CameraServer.start(server, behaviour(), setup.vertx()));
        this.battery = new BatteryTimer(setup.vertx(), builder.awake, () -> feed.viewers() > 0, rtsp);
    }

    private RtspSetup.UdpRefusal udpRefusal() {
        return isOn(EufySwitch.UDP_UNSUPPORTED) ? RtspSetup.UdpRefusal.UNSUPPORTED : RtspSetup.UdpRefusal.SIGN_IN_FAILS;
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The same for both roles: there is one stream. */
    @Override
    public String url(Role role) {
        return "rtsp://" + Door.HOST + ":" + rtsp.port() + "/" + PATH;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of(Ports.RTSP, rtsp.port());
    }

    /** Gone until {@link #comeBack}. */
    public void goAbsent() {
        turnOn(EufySwitch.ABSENT);
    }

    public void comeBack() {
        turnOff(EufySwitch.ABSENT);
    }

    @Override
    protected boolean opens(Door door) {
        return !isOn(EufySwitch.ABSENT);
    }

    @Override
    public void close() {
        battery.close();
        super.close();
    }

    /** What a Eufy camera is. */
    public static final class Builder extends DeviceBuilder<Builder, EufyCamera> {

        private int maxSessions = 2;
        private Duration awake = Duration.ZERO;

        private Builder(String name) {
            super(name);
        }

        /** Sessions at a time; one more is answered with 453. */
        public Builder maxSessions(int value) {
            maxSessions = value;
            return this;
        }

        /** On battery: hangs up when it has been watched for so long. */
        public Builder battery(Duration value) {
            awake = value;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected EufyCamera build(DeviceSetup setup) {
            return new EufyCamera(setup, this);
        }
    }
}
