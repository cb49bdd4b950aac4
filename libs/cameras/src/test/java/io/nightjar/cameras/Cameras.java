// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Cameras and clients as tests need them. */
public final class Cameras {

    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Cameras() {}

    public static CameraHttp http() {
        return new CameraHttp(new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(2)));
    }

    public static StreamWish wish(String fields, Role role, Credentials credentials) {
        return wish(fields, role, Optional.of(credentials));
    }

    public static StreamWish wish(String fields, Role role, Optional<Credentials> credentials) {
        var file = CamerasFile.parse("version: 1\ncameras: [{id: gate, " + fields + "}]", Origin.FILE);
        return new StreamWish(file.cameras().getFirst(), role, Optional.empty(), credentials);
    }

    /** A camera that hangs on a device. */
    public static StreamWish wish(String device, String camera, Role role, Optional<Credentials> credentials) {
        var file = CamerasFile.parse(
                "version: 1\ndevices: [{id: console, " + device + "}]\ncameras: [{id: gate, device: console, " + camera
                        + "}]",
                Origin.FILE);
        return new StreamWish(
                file.cameras().getFirst(), role, Optional.of(file.devices().getFirst()), credentials);
    }
}
