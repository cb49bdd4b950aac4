// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.gateway.trial.FoundCamera;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes proposals of what was found: what is known already is marked, and nothing is added by itself. */
@Singleton
class FoundCameras {
    private static final Set<String> FIELDS =
            Set.of("id", "name", "vendor", "host", "device", "channel", "streams", "capabilities", "ports", "ptz");

    /**
     * @param known whether a camera or device of the registry has this address
     * @param camera to be completed with credentials and sent to {@code POST /api/cameras}
     */
    @Schema(name = "FoundCamera")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Proposal(
            String address,
            @Nullable String name,
            @Nullable String vendor,
            @Nullable String model,
            boolean known,

            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            ObjectNode camera) {}

    private final Registry registry;

    FoundCameras(Registry registry) {
        this.registry = registry;
    }

    List<Proposal> propose(List<FoundCamera> found) {
        var known = knownHosts();
        return found.stream()
                .map(camera -> new Proposal(
                        camera.address(),
                        camera.name(),
                        camera.vendor(),
                        camera.model(),
                        known.contains(host(camera.address())),
                        object(camera)))
                .toList();
    }

    private ObjectNode object(FoundCamera found) {
        var camera = found.camera() instanceof ObjectNode given
                ? given.deepCopy().retain(FIELDS)
                : JsonNodeFactory.instance.objectNode();
        camera.path("streams").forEach(FoundCameras::withoutSecrets);
        if (camera.path("host").asText("").isBlank()) {
            camera.put("host", host(found.address()));
        }
        if (camera.path("vendor").asText("").isBlank() && found.vendor() != null) {
            camera.put("vendor", found.vendor());
        }
        var name = Optional.of(camera.path("name").asText(""))
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(found.name()))
                .orElseGet(() -> host(found.address()));
        camera.put("name", name);
        var id = camera.path("id").asText("");
        if (!CameraId.isValid(id) || registry.find(CameraId.of(id)).isPresent()) {
            camera.put("id", Slugs.of(name, registry.snapshot()).value());
        }
        return camera;
    }

    private static void withoutSecrets(JsonNode stream) {
        if (stream instanceof ObjectNode fields && fields.path("url").isTextual()) {
            try {
                fields.put("url", UrlTemplate.of(fields.path("url").asText()).template());
            } catch (CameraFailure unusable) {
                fields.remove("url");
            }
        }
    }

    private Set<String> knownHosts() {
        var registered = registry.snapshot();
        return Stream.concat(
                        registered.cameras().values().stream().flatMap(FoundCameras::hosts),
                        registered.devices().values().stream().map(DeviceSpec::host))
                .collect(Collectors.toSet());
    }

    private static Stream<String> hosts(CameraSpec camera) {
        var ofStreams = camera.streams().values().stream()
                .flatMap(stream -> Optional.ofNullable(stream.url()).stream())
                .map(FoundCameras::host);
        return Stream.concat(Optional.ofNullable(camera.host()).stream(), ofStreams);
    }

    /** Of an address alone, with a port, or in a URL. */
    private static String host(String address) {
        var rest = address.substring(address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3)
                .replaceAll("[/?#].*$", "");
        if (rest.startsWith("[")) {
            return rest.replaceAll("^\\[|].*$", "");
        }
        return rest.indexOf(':') == rest.lastIndexOf(':') ? rest.replaceAll(":.*$", "") : rest;
    }
}
