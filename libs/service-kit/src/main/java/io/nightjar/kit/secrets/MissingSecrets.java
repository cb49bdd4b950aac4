// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what is missing before a camera is dialled, so that nothing absent ever becomes part of an address. */
final class MissingSecrets {

    /** Vendors whose cameras let nobody in without a user. */
    private static final Set<Vendor> SIGNED_IN = Set.of(Vendor.REOLINK, Vendor.AMCREST, Vendor.EUFY);

    private static final Set<Vendor> CONSOLES = Set.of(Vendor.UNIFI, Vendor.EUFY, Vendor.REOLINK, Vendor.AMCREST);

    private MissingSecrets() {}

    static Optional<String> of(CameraSpec camera, Optional<DeviceSpec> device, Optional<Credentials> found) {
        var scopes = new ArrayList<>(SecretNames.own(camera));
        device.filter(shared -> Secrets.lends(shared, camera)).ifPresent(shared -> {
            scopes.addAll(SecretNames.own(shared));
            scopes.addAll(SecretNames.shared(shared.vendor()));
        });
        scopes.addAll(SecretNames.shared(camera.vendor()));
        var subject = "Camera " + camera.id();
        if (needsAlias(camera) && !hasAlias(found) && !signsIn(found)) {
            return Optional.of(sentence(
                    subject,
                    "the alias of its stream, or a user of its console",
                    Stream.concat(named(scopes, Credentials.ALIAS), logins(scopes))));
        }
        boolean dangling = camera.credentialRef() != null && found.isEmpty();
        if ((needsLogin(camera) || dangling) && !hasLogin(found) && !(needsTokenOnly(camera) && hasToken(found))) {
            return Optional.of(sentence(subject, "a user and a password", logins(scopes)));
        }
        return Optional.empty();
    }

    static Optional<String> of(DeviceSpec device, Optional<Credentials> found) {
        boolean dangling = device.credentialRef() != null && found.isEmpty();
        if ((!CONSOLES.contains(device.vendor()) && !dangling) || signsIn(found)) {
            return Optional.empty();
        }
        var scopes = new ArrayList<>(SecretNames.own(device));
        scopes.addAll(SecretNames.shared(device.vendor()));
        var keys = device.vendor() == Vendor.UNIFI ? named(scopes, Credentials.API_KEY) : Stream.<String>empty();
        return Optional.of(
                sentence("Device " + device.id(), "a user and a password", Stream.concat(logins(scopes), keys)));
    }

    /** An address somebody wrote may need no user; one that the vendor's rules make, or that has a place for it, does. */
    private static boolean needsLogin(CameraSpec camera) {
        return streams(camera)
                .anyMatch(stream -> stream.url() == null
                        ? SIGNED_IN.contains(camera.vendor())
                        : holds(stream, "{user}") || holds(stream, "{password}"));
    }

    /** An address may hold a token, which is kept as a password without a user. */
    private static boolean needsTokenOnly(CameraSpec camera) {
        return streams(camera).allMatch(stream -> holds(stream, "{password}") && !holds(stream, "{user}"));
    }

    private static boolean needsAlias(CameraSpec camera) {
        return streams(camera)
                .anyMatch(stream -> stream.url() == null ? camera.vendor() == Vendor.UNIFI : holds(stream, "{alias}"));
    }

    private static boolean holds(StreamSpec stream, String place) {
        return stream.url() != null && stream.url().contains(place);
    }

    private static Stream<StreamSpec> streams(CameraSpec camera) {
        return camera.can(Capability.STREAMING) && !camera.hidden()
                ? camera.streams().values().stream()
                : Stream.empty();
    }

    private static boolean hasLogin(Optional<Credentials> found) {
        return found.filter(secret -> !secret.username().isEmpty()).isPresent();
    }

    private static boolean hasToken(Optional<Credentials> found) {
        return found.filter(secret -> !secret.password().isEmpty()).isPresent();
    }

    private static boolean hasAlias(Optional<Credentials> found) {
        return found.flatMap(secret -> secret.secret(Credentials.ALIAS)).isPresent();
    }

    private static boolean signsIn(Optional<Credentials> found) {
        return hasLogin(found)
                || found.flatMap(secret -> secret.secret(Credentials.API_KEY)).isPresent();
    }

    private static Stream<String> logins(List<SecretScope> scopes) {
        return scopes.stream().flatMap(scope -> scope.login().stream()).map(SecretScope.Login::toString);
    }

    private static Stream<String> named(List<SecretScope> scopes, String secret) {
        return scopes.stream()
                .map(SecretScope::named)
                .filter(names -> names.containsKey(secret))
                .map(names -> names.get(secret));
    }

    private static String sentence(String subject, String what, Stream<String> names) {
        return subject + " needs " + what + ", and there is none: looked for "
                + String.join(", ", names.distinct().toList())
                + " in the environment and in mounted secrets, and for what was entered in its settings.";
    }
}
