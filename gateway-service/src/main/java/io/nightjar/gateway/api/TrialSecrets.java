// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.Role;
import io.nightjar.gateway.registry.CredentialsChange;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.trial.TrialRequest;
import io.nightjar.kit.secrets.Secrets;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which secrets a trial uses: those the camera would have once it was saved like this. What is stored goes to the hosts it
 * is stored for and nowhere else, or whoever may try cameras out could have it sent to a host of their own.
 */
@Singleton
class TrialSecrets {
    private static final String WITHHELD = "The stored user and password were not used, because the address is another"
            + " one. Type the password again to try it there.";

    private final Registry registry;
    private final Secrets secrets;

    TrialSecrets(Registry registry, Secrets secrets) {
        this.registry = registry;
        this.secrets = secrets;
    }

    /** A camera as it is stored, with what is stored for it. */
    TrialRequest stored(CameraSpec camera, @Nullable Role role) {
        return new TrialRequest(camera, role, device(camera).orElse(null), null, null);
    }

    /** @param stored the camera that is being changed, where it is one */
    TrialRequest request(CameraForm.Filled filled, Optional<CameraSpec> stored, @Nullable Role role) {
        var reference = stored.map(CameraSpec::credentialRef).orElse(null);
        var camera = filled.camera().withCredentialRef(reference);
        var device = device(camera).orElse(null);
        boolean trusted = mayHaveWhatIsStored(camera);
        if (trusted && filled.credentials() instanceof CredentialsChange.Keep) {
            return new TrialRequest(camera, role, device, null, null);
        }
        var entered = stored.map(before -> registry.after(before, filled.credentials()))
                .orElse(filled.given());
        var saved = secrets.of(camera, device(camera), entered);
        var nameless = camera.withCredentialRef(null);
        if (trusted) {
            return new TrialRequest(nameless, role, device, saved.orElse(null), null);
        }
        // Never null: that would leave it to ingest to look for some.
        var given = filled.given().orElse(Credentials.NOTHING);
        var remark = saved.orElse(Credentials.NOTHING).equals(given) ? null : WITHHELD;
        return new TrialRequest(nameless, role, device, given, remark);
    }

    /** Not when it names a host that is not one of each camera whose secrets it would get, or of its device. */
    private boolean mayHaveWhatIsStored(CameraSpec wanted) {
        var hosts = hosts(wanted);
        var namesakes = registry.snapshot().cameras().values().stream()
                .filter(known -> Secrets.shareNames(known, wanted))
                .toList();
        boolean atDevice = namesakes.stream()
                .anyMatch(known -> known.device() != null && known.device().equals(wanted.device()));
        return namesakes.stream().allMatch(known -> hosts(known).containsAll(hosts))
                && device(wanted)
                        .map(known -> atDevice || Set.of(plain(known.host())).containsAll(hosts))
                        .orElse(true);
    }

    private Set<String> hosts(CameraSpec camera) {
        var hosts = new HashSet<String>();
        camera.streams().values().stream()
                .flatMap(stream ->
                        Stream.concat(Optional.ofNullable(stream.url()).stream(), stream.alternatives().stream()))
                .map(url -> new UrlTemplate(url).host())
                .forEach(host -> hosts.add(plain(host)));
        Optional.ofNullable(camera.host()).ifPresent(host -> hosts.add(plain(host)));
        device(camera).ifPresent(device -> hosts.add(plain(device.host())));
        return hosts;
    }

    private Optional<DeviceSpec> device(CameraSpec camera) {
        return registry.snapshot().deviceOf(camera);
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$|\\.$", "");
    }
}
