// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.StreamAddresses;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CameraParser;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.contracts.file.ParsedCamera;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.gateway.registry.CredentialsChange;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a camera object that came over the API, and refuses one that points where the API must not reach. */
@Singleton
class CameraForm {
    private static final Duration LOOKUP = Duration.ofSeconds(3);
    /** What a view has and a form does not; a program may send back what it was given. */
    private static final Set<String> VIEW_ONLY =
            Set.of("origin", "editable", "hasCredentials", "states", "credentialRef", "warnings");

    /** A camera that may be stored. */
    record Filled(CameraSpec camera, CredentialsChange credentials, List<String> warnings) {
        Optional<Credentials> given() {
            return credentials instanceof CredentialsChange.Replace replace ? replace.by() : Optional.empty();
        }
    }

    private final Registry registry;
    private final Resolver resolver;

    CameraForm(GatewayConfig config, Registry registry) {
        this.registry = registry;
        this.resolver =
                new Resolver(AddressPolicy.allowing(config.allowedAddresses().orElse(List.of())), LOOKUP);
    }

    /** @param id of the camera that is changed; null for a new one, which may get its id from its name */
    Filled read(@Nullable JsonNode body, @Nullable CameraId id) {
        if (!(body instanceof ObjectNode given)) {
            throw Problem.invalid("Send a camera object as JSON.");
        }
        var form = given.deepCopy();
        form.remove(VIEW_ONLY);
        identify(form, id);
        var parsed = new CameraParser(Origin.API).parse(form);
        var camera = parsed.camera().orElseThrow(() -> invalid(parsed.problems()));
        checkAddresses(camera);
        var warnings = parsed.problems().stream().map(FieldProblem::sentence).toList();
        return new Filled(camera, credentials(given, parsed), warnings);
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

    private static CredentialsChange credentials(ObjectNode given, ParsedCamera parsed) {
        boolean takenAway = given.has("credentials") && given.get("credentials").isNull();
        return parsed.credentials().isPresent() || takenAway
                ? new CredentialsChange.Replace(parsed.credentials())
                : new CredentialsChange.Keep();
    }

    /** Names that cannot be resolved now are let through: ingest checks again whenever it dials. */
    private void checkAddresses(CameraSpec camera) {
        var problems = new LinkedHashMap<String, String>();
        if (camera.host() != null) {
            refusal(camera.host()).ifPresent(why -> problems.put("host", why));
        }
        var device = Optional.ofNullable(camera.device())
                .flatMap(id -> Optional.ofNullable(registry.snapshot().devices().get(id)));
        for (Role role : camera.streams().keySet()) {
            try {
                StreamAddresses.candidates(camera, role, device).stream()
                        .flatMap(address -> refusal(address.host()).stream())
                        .findFirst()
                        .ifPresent(why -> problems.putIfAbsent("streams." + role.wire() + ".url", why));
            } catch (CameraFailure failure) {
                problems.putIfAbsent("streams." + role.wire() + ".url", failure.sentence());
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid("The camera's address cannot be used.", problems);
        }
    }

    private Optional<String> refusal(@Nullable String host) {
        if (host == null) {
            return Optional.of("The host's name is not one that can be looked up.");
        }
        try {
            resolver.resolve(host, Origin.API);
            return Optional.empty();
        } catch (CameraFailure failure) {
            return failure.kind() == ErrorKind.FORBIDDEN_ADDRESS ? Optional.of(failure.sentence()) : Optional.empty();
        }
    }

    private static Problem invalid(List<FieldProblem> problems) {
        var fields = new LinkedHashMap<String, String>();
        problems.forEach(problem -> fields.putIfAbsent(
                problem.field().isEmpty() ? "camera" : problem.field(),
                problem.message()
                        + (problem.allowed().isEmpty()
                                ? ""
                                : " (allowed: " + String.join(", ", problem.allowed()) + ")")));
        var first = problems.isEmpty()
                ? "The camera is not valid."
                : problems.getFirst().sentence();
        return Problem.invalid(first, fields);
    }
}
