// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Optional;

/** Translates {@code {ip, user, password}}: a Reolink camera by RTMP, the large picture first and the small one last. */
final class AddressEntry {

    private AddressEntry() {}

    /** Empty, and said, where something is missing that the camera cannot be reached without. */
    static Optional<ObjectNode> translate(JsonNode entry, Findings findings) {
        if (!entry.isObject()) {
            findings.error("entry", "Invalid config: must be an object with ip and password; it is skipped", List.of());
            return Optional.empty();
        }
        var fields = new LegacyObject(entry, "", findings);
        var host = fields.text("ip", "host");
        var name = fields.text("name");
        var credentials = LegacyCredentials.of(fields);
        require(host != null, "ip", findings);
        require(
                credentials
                        .filter(found -> !found.path("password").asText("").isEmpty())
                        .isPresent(),
                "password",
                findings);
        fields.reportUnknown();
        if (host == null || credentials.isEmpty() || !findings.acceptable()) {
            return Optional.empty();
        }
        var camera = JsonNodeFactory.instance.objectNode();
        // Named after the address, so that another order of the list changes nothing.
        var id = Slug.of("camera-" + host.replace(".", "-"));
        findings.call("camera " + id);
        camera.put("id", id);
        camera.put("name", name == null ? host : name);
        camera.put("vendor", Vendor.REOLINK.wire()).put("host", host);
        camera.set("credentials", credentials.get());
        var streams = camera.putObject("streams");
        for (var role : Role.values()) {
            streams.putObject(role.wire()).put("protocol", Protocol.RTMP.wire());
        }
        return Optional.of(camera);
    }

    private static void require(boolean present, String field, Findings findings) {
        if (!present) {
            findings.error(field, "Invalid config: is missing; this entry is skipped, the others run", List.of());
        }
    }
}
