// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.kit.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credentials of a camera or device, for whoever dials it. What belongs to the camera itself goes before what
 * its device or its vendor shares; at each of these steps the environment goes before mounted secrets, and they before the
 * secrets file.
 */
public final class Secrets {

    private final SecretsFile file;
    private final List<SecretSource> sources;

    public Secrets(SecretsFile file, List<SecretSource> sources) {
        this.file = file;
        this.sources = List.copyOf(sources);
    }

    public Secrets(SecretsFile file, Map<String, String> environment) {
        this(file, List.of(SecretSource.environment(environment)));
    }

    /** @param mounted the directory of mounted secrets, where there is one */
    public static Secrets of(Home home, Map<String, String> environment, Optional<Path> mounted) {
        var sources = new ArrayList<SecretSource>();
        sources.add(SecretSource.environment(environment));
        mounted.ifPresent(folder -> sources.add(new MountedSecrets(folder)));
        return new Secrets(SecretsFile.of(home), sources);
    }

    public Optional<Credentials> of(CameraSpec camera) {
        return of(camera, Optional.empty());
    }

    /**
     * A camera without a user of its own is reached with its device's. User and password are empty where only further
     * secrets are known, such as a UniFi stream's alias.
     */
    public Optional<Credentials> of(CameraSpec camera, Optional<DeviceSpec> device) {
        return of(camera, device, inFile(camera.credentialRef()));
    }

    /** The same as if these were what the secrets file holds for the camera. */
    public Optional<Credentials> of(CameraSpec camera, Optional<DeviceSpec> device, Optional<Credentials> entered) {
        var gathered = new Gathered();
        gather(SecretNames.own(camera), entered, gathered);
        device.filter(shared -> lends(shared, camera)).ifPresent(shared -> gather(shared, gathered));
        gather(SecretNames.shared(camera.vendor()), Optional.empty(), gathered);
        return gathered.credentials();
    }

    /** For those who hold the device's own session. */
    public Optional<Credentials> of(DeviceSpec device) {
        var gathered = new Gathered();
        gather(device, gathered);
        return gathered.credentials();
    }

    /** Whether one name in the environment, or among mounted secrets, means both cameras. */
    public static boolean shareNames(CameraSpec one, CameraSpec other) {
        return !Collections.disjoint(SecretNames.variables(one), SecretNames.variables(other));
    }

    /** One sentence with the names that were looked for, when the camera needs credentials and has none. */
    public Optional<String> missing(CameraSpec camera, Optional<DeviceSpec> device) {
        return MissingSecrets.of(camera, device, of(camera, device));
    }

    /** The same for a console or bridge. */
    public Optional<String> missing(DeviceSpec device) {
        return MissingSecrets.of(device, of(device));
    }

    /** Changes whenever an answer may have changed. */
    public String revision() {
        return sources.stream().map(SecretSource::revision).collect(Collectors.joining(";", "", ";")) + file.revision();
    }

    /** A Eufy bridge holds an account of the vendor's cloud, which is no camera's business. */
    static boolean lends(DeviceSpec device, CameraSpec camera) {
        return device.vendor() != Vendor.EUFY && camera.vendor() != Vendor.EUFY;
    }

    private void gather(DeviceSpec device, Gathered gathered) {
        gather(SecretNames.own(device), inFile(device.credentialRef()), gathered);
        gather(SecretNames.shared(device.vendor()), Optional.empty(), gathered);
    }

    private void gather(List<SecretScope> scopes, Optional<Credentials> kept, Gathered gathered) {
        for (var source : sources) {
            scopes.forEach(scope -> gathered.add(scope.read(source)));
        }
        kept.ifPresent(gathered::add);
    }

    private Optional<Credentials> inFile(@Nullable String reference) {
        return Optional.ofNullable(reference).flatMap(file::find);
    }
}
