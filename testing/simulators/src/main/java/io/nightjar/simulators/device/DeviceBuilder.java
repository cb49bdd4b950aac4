// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.SimulatorVertx;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a device is; all but its name has a usual value. */
public abstract class DeviceBuilder<B extends DeviceBuilder<B, D>, D> {

    private final String name;
    private Scene scene = Scene.driveway();
    private StreamProfile main = StreamProfile.MAIN;
    private StreamProfile sub = StreamProfile.SUB;
    private Clock clock = Clock.system(ZoneId.systemDefault());
    private @Nullable Credentials credentials;
    private @Nullable Head head;

    protected DeviceBuilder(String name) {
        this.name = name;
    }

    protected abstract B self();

    protected abstract D build(DeviceSetup setup);

    public B scene(Scene value) {
        scene = value;
        return self();
    }

    public B main(StreamProfile value) {
        main = value;
        return self();
    }

    public B sub(StreamProfile value) {
        sub = value;
        return self();
    }

    /** Asks for sign-in the way this vendor does. */
    public B credentials(String username, String password) {
        credentials = new Credentials(username, password);
        return self();
    }

    /** It can be moved, and its pictures follow. */
    public B head(Head value) {
        head = value;
        return self();
    }

    public B clock(Clock value) {
        clock = value;
        return self();
    }

    public D start(Vertx vertx) {
        return build(setup(vertx, null));
    }

    /** Starts with a Vert.x of its own, which ends with the device. */
    public D start() {
        var vertx = SimulatorVertx.create();
        return build(setup(vertx, vertx));
    }

    private DeviceSetup setup(Vertx vertx, @Nullable Vertx owned) {
        return new DeviceSetup(name, scene, main, sub, credentials, clock, new Behaviour(), head, vertx, owned);
    }
}
