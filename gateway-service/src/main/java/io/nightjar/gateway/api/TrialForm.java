// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.Role;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.trial.TrialRequest;
import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is to be tried out: an address, a camera object, or the id of a camera that is there. */
@Singleton
class TrialForm {
    /** A camera that is only tried out and has no name yet. Nobody sets credentials for this one. */
    private static final String NAMELESS = "nightjar-trial";

    private static final List<String> OF_STREAM = List.of("url", "transport", "protocol");
    private static final Set<String> OF_STORED = Set.of("id", "role");

    private final CameraForm form;
    private final Registry registry;
    private final TrialSecrets secrets;

    TrialForm(CameraForm form, Registry registry, TrialSecrets secrets) {
        this.form = form;
        this.registry = registry;
        this.secrets = secrets;
    }

    TrialRequest read(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode given)) {
            throw Problem.invalid("Send an address as {\"url\": ...}, a camera object, or {\"id\": ...}.");
        }
        var role = role(given);
        var stored = stored(given);
        if (stored.isPresent() && names(given).stream().allMatch(OF_STORED::contains)) {
            return secrets.stored(stored.get(), role);
        }
        stored.filter(camera -> camera.origin() == Origin.FILE).ifPresent(camera -> {
            throw Problem.of(Problem.Kind.CONFLICT, "Camera \"" + camera.id() + "\" is defined in a cameras file.")
                    .withHint("Try it out by its id alone, or leave the id away.");
        });
        return secrets.request(form.read(object(given), null), stored, role);
    }

    private Optional<CameraSpec> stored(ObjectNode given) {
        var id = given.path("id").asText("");
        var known = CameraId.isValid(id) ? registry.find(CameraId.of(id)) : Optional.<CameraSpec>empty();
        if (known.isEmpty() && names(given).stream().allMatch(OF_STORED::contains) && !id.isEmpty()) {
            throw Problem.notFound("There is no camera \"" + (CameraId.isValid(id) ? id : "") + "\".");
        }
        return known;
    }

    /** The camera object that is meant: an address alone is a camera's main stream. */
    private static ObjectNode object(ObjectNode given) {
        var camera = given.deepCopy();
        camera.remove("role");
        if (camera.has("url") && !camera.has("streams")) {
            var stream = JsonNodeFactory.instance.objectNode();
            OF_STREAM.stream().filter(camera::has).forEach(field -> stream.set(field, camera.get(field)));
            camera.remove(OF_STREAM);
            camera.putObject("streams").set(Role.MAIN.wire(), stream);
        }
        if (camera.path("id").asText("").isBlank()) {
            camera.put("id", NAMELESS);
        }
        return camera;
    }

    private static @Nullable Role role(ObjectNode given) {
        var role = given.path("role");
        if (role.isMissingNode() || role.isNull()) {
            return null;
        }
        return Role.parse(role.asText())
                .orElseThrow(() -> Problem.invalid(
                        "The role is main or sub.", Map.of("role", "is not known (allowed: main, sub)")));
    }

    private static List<String> names(ObjectNode given) {
        return given.properties().stream().map(Map.Entry::getKey).toList();
    }
}
