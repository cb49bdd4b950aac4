// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the credentials of a camera: the environment first, then the secrets file. */
public final class Secrets {

    private final SecretsFile file;
    private final Map<String, String> environment;

    public Secrets(SecretsFile file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    public Optional<Credentials> of(CameraSpec camera) {
        return of(camera, Optional.empty());
    }

    /** A camera without credentials of its own is reached with those of its device. */
    public Optional<Credentials> of(CameraSpec camera, Optional<DeviceSpec> device) {
        return fromEnvironment(camera.id().value())
                .or(() -> Optional.ofNullable(camera.credentialRef()).flatMap(file::find))
                .or(() -> device.map(DeviceSpec::credentialRef).flatMap(file::find));
    }

    /** Changes whenever an answer may have changed. */
    public String revision() {
        return file.revision();
    }

    /** Names are written once: {@code NIGHTJAR_CAMERA_<ID>_USERNAME} and {@code ..._PASSWORD}. */
    private Optional<Credentials> fromEnvironment(String id) {
        var prefix = "NIGHTJAR_CAMERA_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
        var username = environment.get(prefix + "_USERNAME");
        return username == null
                ? Optional.empty()
                : Optional.of(new Credentials(username, environment.getOrDefault(prefix + "_PASSWORD", "")));
    }
}
