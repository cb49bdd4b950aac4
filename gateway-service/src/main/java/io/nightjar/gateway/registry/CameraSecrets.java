// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.kit.Home;
import io.nightjar.kit.secrets.SecretsFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts credentials where only those who dial cameras read them. */
final class CameraSecrets {
    private final SecretsFile file;
    /** References that operator files brought, so that those which leave a file leave here too. */
    private Set<String> fromFiles = Set.of();

    CameraSecrets(Home home) {
        this.file = SecretsFile.of(home);
    }

    void replace(CameraId camera, Optional<Credentials> credentials) {
        credentials.ifPresentOrElse(
                given -> file.put(CredentialRefs.of(camera), given), () -> file.remove(CredentialRefs.of(camera)));
    }

    /** Keeps what operator files hold, and only what they still hold. */
    void keep(List<CamerasFile> operatorFiles) {
        var given = new HashMap<String, Credentials>();
        operatorFiles.forEach(each -> each.credentials()
                .forEach((reference, credentials) -> given.put(CredentialRefs.stored(reference), credentials)));
        var changed = new HashMap<>(given);
        changed.entrySet().removeIf(entry -> file.find(entry.getKey()).equals(Optional.of(entry.getValue())));
        file.putAll(changed);
        var gone = new HashSet<>(fromFiles);
        gone.removeAll(given.keySet());
        gone.forEach(file::remove);
        fromFiles = Set.copyOf(given.keySet());
    }
}
