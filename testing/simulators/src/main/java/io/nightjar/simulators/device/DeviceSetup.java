// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a device is made of.
 *
 * @param credentials null where everybody may watch
 * @param owned ends with the device; null where others use it too
 */
public record DeviceSetup(
        String name,
        Scene scene,
        StreamProfile main,
        StreamProfile sub,
        @Nullable Credentials credentials,
        Clock clock,
        Behaviour behaviour,
        Vertx vertx,
        @Nullable Vertx owned) {

    /** Another camera of the same device. */
    public DeviceSetup looking(String otherName, Scene otherScene) {
        return new DeviceSetup(otherName, otherScene, main, sub, credentials, clock, behaviour, vertx, owned);
    }

    /** The one encode of a profile, for whatever protocols show it. */
    public SceneFeed feed(Role role) {
        var profile = role == Role.MAIN ? main : sub;
        return new SceneFeed(name, role.name().toLowerCase(Locale.ROOT), scene, profile, behaviour, clock);
    }
}
