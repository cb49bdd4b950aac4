// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.gateway.registry.CredentialsChange;
import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a device object that came over the API, as it would be read from a cameras file. */
@Singleton
class DeviceForm {
    private static final String SUBJECT = "device";
    private static final Set<String> VIEW_ONLY =
            Set.of("origin", "editable", "hasCredentials", "cameras", "credentialRef", "warnings", "bridge");

    /**
     * A device that may be stored.
     *
     * @param credentials what becomes of those of a device that is there already
     * @param given all that a new one has
     */
    record Filled(
            DeviceSpec device, CredentialsChange credentials, Optional<Credentials> given, List<String> warnings) {}

    private final AddressCheck addresses;

    DeviceForm(AddressCheck addresses) {
        this.addresses = addresses;
    }

    /** @param id of the device that is changed; null for a new one */
    Filled read(@Nullable JsonNode body, @Nullable DeviceId id) {
        if (!(body instanceof ObjectNode given)) {
            throw Problem.invalid("Send a device object as JSON.");
        }
        var form = given.deepCopy();
        form.remove(VIEW_ONLY);
        if (id != null && !form.path("id").asText(id.value()).equals(id.value())) {
            throw Problem.invalid("A device cannot be renamed.", Map.of("id", "must stay \"" + id + "\""));
        }
        if (id != null) {
            form.put("id", id.value());
        }
        var file = CamerasFile.parse(file(form), Origin.API);
        var problems = file.problems().stream()
                .filter(problem -> problem.subject().startsWith(SUBJECT))
                .toList();
        if (file.devices().isEmpty()) {
            throw FieldProblems.invalid(SUBJECT, problems);
        }
        var device = file.devices().getFirst();
        addresses.require(device);
        var secret = Optional.ofNullable(device.credentialRef())
                .flatMap(reference -> Optional.ofNullable(file.credentials().get(reference)));
        return new Filled(
                device,
                CredentialsForm.change(given, secret),
                secret,
                problems.stream().map(FieldProblem::sentence).toList());
    }

    private static String file(ObjectNode device) {
        var file = JsonNodeFactory.instance.objectNode().put("version", CamerasFile.VERSION);
        file.putArray("devices").add(device);
        file.putArray("cameras");
        return file.toString();
    }
}
