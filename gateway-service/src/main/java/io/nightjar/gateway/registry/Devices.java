// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes the consoles, recorders and bridges of the registry. */
@Singleton
public class Devices {
    private final Registry registry;

    Devices(Registry registry) {
        this.registry = registry;
    }

    public DeviceSpec get(DeviceId id) {
        return registry.snapshot().find(id).orElseThrow(() -> Problem.notFound("There is no device \"" + id + "\"."));
    }

    public void create(DeviceSpec device, Optional<Credentials> credentials) {
        registry.change((files, held) -> {
            registry.snapshot().sameIgnoringCase(device.id()).ifPresent(other -> {
                throw Problem.of(
                                Problem.Kind.CONFLICT,
                                "There is a device with the id \"" + other.id() + "\" already; choose another id.")
                        .withFields(Map.of("id", "is taken"));
            });
            files.write(with(device, held.replace(CredentialRefs.of(device.id()), credentials)));
        });
    }

    public void update(DeviceSpec device, CredentialsChange credentials) {
        registry.change((files, held) -> {
            var before = requireOwned(device.id());
            var reference = held.change(CredentialRefs.of(device.id()), before.credentialRef(), credentials);
            files.write(with(device, reference));
        });
    }

    /** Refused while cameras hang on it: they would lose their address without a word. */
    public void delete(DeviceId id) {
        registry.change((files, held) -> {
            requireOwned(id);
            var cameras = registry.snapshot().camerasOf(id);
            if (!cameras.isEmpty()) {
                var names = cameras.stream().map(Object::toString).collect(Collectors.joining(", "));
                throw Problem.of(Problem.Kind.CONFLICT, "Device \"" + id + "\" is still used by " + names + ".")
                        .withHint("Remove these cameras first, or give them another device.");
            }
            files.delete(id);
            held.replace(CredentialRefs.of(id), Optional.empty());
        });
    }

    private DeviceSpec requireOwned(DeviceId id) {
        var device = get(id);
        if (registry.snapshot().origin(id) == Origin.FILE) {
            throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "Device \"" + id + "\" is defined in a cameras file and cannot be changed here.")
                    .withHint("Change it in the file; the change is noticed by itself.");
        }
        return device;
    }

    private static DeviceSpec with(DeviceSpec device, @Nullable String reference) {
        return new DeviceSpec(
                device.id(),
                device.vendor(),
                device.host(),
                reference,
                device.maxSessions(),
                device.ports(),
                device.certificate(),
                device.origin());
    }
}
