// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.srt;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.device.Switches;
import java.util.Map;

/**
 * A camera of no vendor that waits to be called over SRT and has one stream, of the size of its small one. One of them fits
 * into a process: libav's SRT ends all connections of a process with the first.
 */
public final class SrtCamera extends SimulatedDevice<SrtSwitch> {

    private final SrtDoor door;

    private SrtCamera(DeviceSetup setup) {
        super(setup, new Switches<>(SrtSwitch.class));
        var feed = share(setup.feed(Role.SUB));
        this.door = guard(SrtDoor.open(feed, behaviour(), setup.credentials(), () -> isOn(SrtSwitch.DEAF)));
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The same for both roles, and without the passphrase. */
    @Override
    public String url(Role role) {
        return "srt://" + Door.HOST + ":" + door.port();
    }

    public int port() {
        return door.port();
    }

    /** None: the port stands in the address. */
    @Override
    public Map<String, Integer> ports() {
        return Map.of();
    }

    @Override
    protected void switched() {
        door.turned();
    }

    /** What such a camera is; a password is its passphrase, of 10 to 79 characters, and the user means nothing. */
    public static final class Builder extends DeviceBuilder<Builder, SrtCamera> {

        private Builder(String name) {
            super(name);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected SrtCamera build(DeviceSetup setup) {
            return new SrtCamera(setup);
        }
    }
}
