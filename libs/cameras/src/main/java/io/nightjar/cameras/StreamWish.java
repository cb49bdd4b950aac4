// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One stream somebody wants, with all that is known about where it comes from. Its text form shows no credentials.
 *
 * @param device what the camera hangs on, where it has one; its host stands in for the camera's
 */
public record StreamWish(CameraSpec camera, Role role, Optional<DeviceSpec> device, Optional<Credentials> credentials) {

    public Optional<StreamSpec> stream() {
        return Optional.ofNullable(camera.streams().get(role));
    }

    public Optional<Protocol> protocol() {
        return stream().map(StreamSpec::protocol);
    }

    public Transport transport() {
        return stream().map(StreamSpec::transport).orElse(Transport.AUTO);
    }

    public InputOptions input() {
        return stream().map(StreamSpec::input).orElse(InputOptions.NONE);
    }

    public Origin origin() {
        return camera.origin();
    }

    /** The camera's own host, or its device's; fails with CONFIG where neither has one. */
    public String host() {
        return Optional.ofNullable(camera.host())
                .or(() -> device.map(DeviceSpec::host))
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.CONFIG, "Neither the camera nor its device has a host, and the stream has no url."));
    }

    /** The ports that were configured for that host: a device's, unless the camera is dialled itself. */
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        if (camera.host() == null) {
            device.map(DeviceSpec::ports).ifPresent(ports::putAll);
        }
        ports.putAll(camera.ports());
        return ports;
    }

    /** The certificate to insist on, where the device's owner named one. */
    public Optional<String> certificate() {
        return device.map(DeviceSpec::certificate);
    }

    @Override
    public String toString() {
        return camera.id() + "/" + role.wire();
    }
}
