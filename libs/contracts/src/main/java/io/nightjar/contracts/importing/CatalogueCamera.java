// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates one camera of a catalogue. */
final class CatalogueCamera {

    private static final int LAST_PORT = 65_535;

    /** Matters of the page, which looks after itself now, and descriptions. */
    private static final String[] NOT_NEEDED = {"player_settings", "ui_health_monitor", "architecture"};

    private final Surroundings around;
    private final Findings findings;
    private final LegacyObject record;
    private final String id;
    private final ObjectNode camera = JsonNodeFactory.instance.objectNode();

    /** @param id the camera's native id */
    CatalogueCamera(Surroundings around, String id, JsonNode node, Findings findings) {
        this.around = around;
        this.findings = findings;
        this.record = new LegacyObject(node, "", findings);
        this.id = id;
    }

    /** The native camera; empty where something is wrong that it cannot run with. */
    Optional<ObjectNode> translate() {
        var vendor = vendor();
        if (vendor.isEmpty()) {
            return Optional.empty();
        }
        camera.put("id", id).put("vendor", vendor.get().wire());
        put("name", record.text("name"));
        var capabilities = new CapabilitySettings(record, around.isPtz(id));
        camera.set("capabilities", capabilities.all());
        record.flag("hidden").ifPresent(hidden -> camera.put("hidden", hidden));
        var place = new CameraPlace(record, vendor.get(), around, id);
        place.addTo(camera, capabilities.has(Capability.STREAMING));
        onvifPort();
        var credentials = LegacyCredentials.of(record);
        var alias = place.alias();
        if (credentials.isPresent() || alias.isPresent()) {
            var secrets = credentials.orElseGet(JsonNodeFactory.instance::objectNode);
            alias.ifPresent(text -> secrets.put("alias", text));
            camera.set("credentials", secrets);
        }
        var streams = new CatalogueStreams(record, vendor.get(), around, camera);
        if (capabilities.has(Capability.STREAMING)) {
            streams.addTo(camera);
        }
        packagerPath();
        record.value("serial", "mac", "model", "location", "notes");
        record.notNeeded(NOT_NEEDED);
        record.reportTypos();
        return findings.acceptable() ? Optional.of(camera) : Optional.empty();
    }

    private Optional<Vendor> vendor() {
        var written = record.value("type");
        if (written == null || !written.isTextual()) {
            findings.error(
                    "type", "names the vendor; the number codes of old files are no longer read", Vendor.names());
            return Optional.empty();
        }
        var vendor = Vendor.parse(written.asText());
        if (vendor.isEmpty()) {
            findings.error("type", "is not a known vendor", Vendor.names());
        }
        return vendor;
    }

    private void onvifPort() {
        var port = record.whole(1, LAST_PORT, "onvif_port");
        if (port != null) {
            camera.withObjectProperty("ports").put(Ports.ONVIF, port);
        }
    }

    /** Paths follow from ids, so that they never collide. */
    private void packagerPath() {
        var path = record.text("packager_path");
        if (path != null && !path.equals(id)) {
            findings.warn(
                    "packager_path", "has no effect: this camera is published as " + id + "/main and " + id + "/sub");
        }
    }

    private void put(String field, @Nullable String value) {
        if (value != null) {
            camera.put(field, value);
        }
    }
}
