// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.eufy;

import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.eufy.EufyBridge;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.kit.Home;
import io.nightjar.ptz.device.Bridges;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.function.Function;

/** What Eufy cameras are told, by way of their bridge. */
@Singleton
public class EufyLanguage implements PtzLanguage {

    private final Function<DeviceId, EufyBridge> bridges;
    private final PositionNames names;

    @Inject
    EufyLanguage(Bridges bridges, Home home) {
        this(bridges::bridge, home.state("ptz").resolve("eufy-positions.json"));
    }

    /** @param names the file that keeps what people call the positions, which cameras do not */
    EufyLanguage(Function<DeviceId, EufyBridge> bridges, Path names) {
        this.bridges = bridges;
        this.names = new PositionNames(names);
    }

    @Override
    public PtzSettings.Driver name() {
        return PtzSettings.Driver.EUFY;
    }

    @Override
    public boolean suits(StreamWish head) {
        return head.camera().vendor() == Vendor.EUFY
                && head.device()
                        .map(DeviceSpec::vendor)
                        .filter(Vendor.EUFY::equals)
                        .isPresent();
    }

    @Override
    public PtzDriver open(StreamWish head) {
        var device = head.device().orElseThrow().id();
        return new EufyDriver(new BridgedHead(() -> bridges.apply(device), head.camera()), names);
    }
}
