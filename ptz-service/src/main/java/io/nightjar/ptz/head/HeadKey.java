// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that decides how a head is reached and moved: while it stays the same, so does the head. Shows no credentials. */
record HeadKey(
        Vendor vendor,
        @Nullable String host,
        @Nullable String channel,
        Map<?, ?> streams,
        PtzSettings settings,
        Map<String, Integer> ports,
        Optional<DeviceSpec> device,
        Optional<Credentials> credentials) {

    static HeadKey of(StreamWish wish) {
        CameraSpec camera = wish.camera();
        return new HeadKey(
                camera.vendor(),
                camera.host(),
                camera.channel(),
                camera.streams(),
                camera.ptz(),
                camera.ports(),
                wish.device(),
                wish.credentials());
    }
}
