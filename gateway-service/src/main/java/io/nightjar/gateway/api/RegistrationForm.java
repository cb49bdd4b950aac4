// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.contracts.importing.ImportContext;
import io.nightjar.contracts.importing.Importer;
import io.nightjar.contracts.stream.Role;
import io.nightjar.gateway.registry.Registry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The short form of earlier programs: {@code {"name": ..., "rtsp": ...}}. One address is one camera. */
@Singleton
class RegistrationForm {

    /** The camera object that was meant, and what of the form has no meaning any more. */
    record Translated(ObjectNode camera, List<String> warnings) {}

    private final Registry registry;

    RegistrationForm(Registry registry) {
        this.registry = registry;
    }

    static boolean recognises(ObjectNode body) {
        return body.path("rtsp").isTextual() && !body.has("streams");
    }

    /** Nothing of this machine is mixed in: neither its environment nor its files. */
    static Translated translate(ObjectNode body) {
        var imported = Importer.tryImport(body, ImportContext.NONE)
                .orElseThrow(() -> FieldProblems.invalid("camera", List.of()));
        if (!(imported.root().path("cameras").path(0) instanceof ObjectNode camera)) {
            throw FieldProblems.invalid("camera", imported.problems());
        }
        return new Translated(
                camera, imported.problems().stream().map(FieldProblem::sentence).toList());
    }

    /** The camera that was registered with this address first; its name stays. */
    Optional<CameraId> registered(CameraSpec camera) {
        var address = address(camera);
        return registry.snapshot().cameras().values().stream()
                .filter(known -> address.isPresent() && address.equals(address(known)))
                .map(CameraSpec::id)
                .findFirst();
    }

    private static Optional<String> address(CameraSpec camera) {
        return Optional.ofNullable(camera.streams().get(Role.MAIN)).map(StreamSpec::url);
    }
}
