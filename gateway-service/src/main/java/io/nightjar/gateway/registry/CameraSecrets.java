// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.kit.Home;
import io.nightjar.kit.secrets.SecretsFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts credentials where only those who dial cameras read them. */
final class CameraSecrets {
    private static final Logger LOG = Logger.getLogger(CameraSecrets.class);

    private final SecretsFile file;
    /** References that operator files brought, so that those which leave a file leave here too. */
    private Set<String> fromFiles = Set.of();

    CameraSecrets(Home home) {
        this.file = SecretsFile.of(home);
    }

    /** Puts them in the place of those that are there, and answers the reference under which they are; null for none. */
    @Nullable
    String replace(String reference, Optional<Credentials> credentials) {
        if (credentials.isEmpty()) {
            file.remove(reference);
            return null;
        }
        file.put(reference, credentials.get());
        LOG.infof("Credentials stored ref=%s", reference);
        return reference;
    }

    /** Does what an update wants and answers the reference that holds from now on. */
    @Nullable
    String change(String reference, @Nullable String before, CredentialsChange change) {
        return change instanceof CredentialsChange.Keep ? before : replace(reference, after(before, change));
    }

    /** What an update would leave, without doing it. */
    Optional<Credentials> after(@Nullable String before, CredentialsChange change) {
        return change.over(Optional.ofNullable(before).flatMap(file::find));
    }

    /** Keeps what operator files hold, and only what they still hold. */
    void keep(List<CamerasFile> operatorFiles) {
        var given = new HashMap<String, Credentials>();
        operatorFiles.forEach(each -> each.credentials()
                .forEach((reference, credentials) -> given.put(CredentialRefs.stored(reference), credentials)));
        var changed = new HashMap<>(given);
        changed.entrySet().removeIf(entry -> file.find(entry.getKey()).equals(Optional.of(entry.getValue())));
        file.putAll(changed);
        if (!changed.isEmpty()) {
            LOG.infof("Credentials of cameras files were taken over refs=%s", new TreeSet<>(changed.keySet()));
        }
        var gone = new HashSet<>(fromFiles);
        gone.removeAll(given.keySet());
        gone.forEach(file::remove);
        fromFiles = Set.copyOf(given.keySet());
    }
}
