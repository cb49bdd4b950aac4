// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Heads as tests configure them: simulated, on loopback. */
public final class Wishes {

    private Wishes() {}

    /** A client of its own that may dial loopback. */
    public static CameraHttp http() {
        return new CameraHttp(new Resolver(AddressPolicy.allowing(List.of("127.0.0.0/8")), Duration.ofSeconds(2)));
    }

    /** A camera that is dialled itself. */
    public static StreamWish camera(Vendor vendor, Map<String, Integer> ports, Credentials credentials) {
        return camera(vendor, ports, Optional.of(credentials), PtzSettings.NONE);
    }

    public static StreamWish camera(
            Vendor vendor, Map<String, Integer> ports, Optional<Credentials> credentials, PtzSettings settings) {
        var camera = spec(vendor, "127.0.0.1", null, null, ports, settings);
        return new StreamWish(camera, Role.MAIN, Optional.empty(), credentials);
    }

    /** A camera at a console, recorder or bridge. */
    public static StreamWish behind(DeviceSpec device, @Nullable String channel, Optional<Credentials> credentials) {
        var camera = spec(device.vendor(), null, device, channel, Map.of(), PtzSettings.NONE);
        return new StreamWish(camera, Role.MAIN, Optional.of(device), credentials);
    }

    private static CameraSpec spec(
            Vendor vendor,
            @Nullable String host,
            @Nullable DeviceSpec device,
            @Nullable String channel,
            Map<String, Integer> ports,
            PtzSettings settings) {
        return new CameraSpec(
                CameraId.of("gate"),
                "Gate",
                vendor,
                host,
                device == null ? null : device.id(),
                channel,
                Map.of(),
                Set.of(Capability.PTZ),
                settings,
                false,
                null,
                Origin.FILE,
                ports);
    }

    /** A port that nobody listens at. */
    public static int deafPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
