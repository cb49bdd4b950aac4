// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.head.Head;
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
 * @param head null where it cannot be moved; the pictures of a head follow it
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
        @Nullable Head head,
        Vertx vertx,
        @Nullable Vertx owned) {

    /** Another camera of the same device, which cannot be moved. */
    public DeviceSetup looking(String otherName, Scene otherScene) {
        return looking(otherName, otherScene, null);
    }

    /** Another camera of the same device, with a head of its own. */
    public DeviceSetup looking(String otherName, Scene otherScene, @Nullable Head otherHead) {
        return new DeviceSetup(
                otherName, otherScene, main, sub, credentials, clock, behaviour, otherHead, vertx, owned);
    }

    /** The one encode of a profile, for whatever protocols show it. */
    public SceneFeed feed(Role role) {
        var profile = role == Role.MAIN ? main : sub;
        return new SceneFeed(name, role.name().toLowerCase(Locale.ROOT), scene, profile, behaviour, clock, head);
    }
}
