// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CameraParser;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.gateway.registry.CredentialsChange;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a camera object that came over the API, and refuses one that points where the API must not reach. */
@Singleton
class CameraForm {
    /** What a view has and a form does not; a program may send back what it was given. */
    private static final Set<String> VIEW_ONLY =
            Set.of("origin", "editable", "hasCredentials", "states", "credentialRef", "warnings");

    /**
     * A camera that may be stored.
     *
     * @param credentials what becomes of those of a camera that is there already
     * @param given all that a new one has
     */
    record Filled(
            CameraSpec camera, CredentialsChange credentials, Optional<Credentials> given, List<String> warnings) {}

    private final Registry registry;
    private final AddressCheck addresses;

    CameraForm(Registry registry, AddressCheck addresses) {
        this.registry = registry;
        this.addresses = addresses;
    }

    /** @param id of the camera that is changed; null for a new one, which may get its id from its name */
    Filled read(@Nullable JsonNode body, @Nullable CameraId id) {
        if (!(body instanceof ObjectNode given)) {
            throw Problem.invalid("Send a camera object as JSON.");
        }
        if (id == null && RegistrationForm.recognises(given)) {
            var translated = RegistrationForm.translate(given);
            return read(translated.camera(), null, translated.warnings());
        }
        return read(given, id, List.of());
    }

    private Filled read(ObjectNode given, @Nullable CameraId id, List<String> before) {
        var form = given.deepCopy();
        form.remove(VIEW_ONLY);
        identify(form, id);
        var parsed = new CameraParser(Origin.API).parse(form);
        var camera = parsed.camera().orElseThrow(() -> FieldProblems.invalid("camera", parsed.problems()));
        addresses.require(camera);
        var warnings = Stream.concat(before.stream(), parsed.problems().stream().map(FieldProblem::sentence))
                .toList();
        return new Filled(camera, CredentialsForm.change(given, parsed.credentials()), parsed.credentials(), warnings);
    }

    private void identify(ObjectNode form, @Nullable CameraId id) {
        var given = form.path("id").asText("");
        if (id == null) {
            if (given.isBlank() && !form.path("name").asText("").isBlank()) {
                form.put(
                        "id",
                        Slugs.of(form.path("name").asText(), registry.snapshot())
                                .value());
            }
        } else if (given.isBlank() || given.equals(id.value())) {
            form.put("id", id.value());
        } else {
            throw Problem.invalid("A camera cannot be renamed.", Map.of("id", "must stay \"" + id + "\""));
        }
    }
}
