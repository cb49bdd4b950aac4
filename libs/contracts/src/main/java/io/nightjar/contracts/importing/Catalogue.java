// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.contracts.file.Translated;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Translates a catalogue: cameras by their ids under {@code devices} or at the root, and settings beside them. */
final class Catalogue {

    private static final String DEVICES = "devices";
    private static final String MOVABLE = "ptz_cameras";

    /** Matters of the page and descriptions. */
    private static final Set<String> SETTINGS = Set.of("settings", "ui_health_global_settings");

    private static final Set<String> DESCRIPTIONS =
            Set.of("architecture", "total_devices", "version", "description", "last_updated", "notes");

    private final ImportContext context;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    Catalogue(ImportContext context) {
        this.context = context;
    }

    static boolean recognises(JsonNode root) {
        if (!root.isObject() || root.path("cameras").isArray()) {
            return false;
        }
        return root.path(DEVICES).isObject()
                || root.has("total_devices")
                || root.has("ui_health_global_settings")
                || root.properties().stream().anyMatch(Catalogue::isRecord);
    }

    /** Only what has a type is a camera; settings beside cameras are not. */
    private static boolean isRecord(Map.Entry<String, JsonNode> member) {
        return !isSection(member.getKey())
                && member.getValue().isObject()
                && member.getValue().has("type");
    }

    private static boolean isSection(String name) {
        return name.startsWith("__")
                || name.equals(DEVICES)
                || name.equals(MOVABLE)
                || SETTINGS.contains(name)
                || DESCRIPTIONS.contains(name);
    }

    Translated translate(JsonNode root) {
        var devices = root.path(DEVICES);
        var misplaced = new MisplacedCameras(context, problems);
        var around = new Surroundings(context, movable(root.path(MOVABLE), devices, misplaced));
        var cameras = JsonNodeFactory.instance.arrayNode();
        devices.properties().forEach(member -> {
            if (isRecord(member)) {
                translate(member, around, misplaced).ifPresent(cameras::add);
            } else if (!member.getKey().startsWith("__")) {
                misplaced.reportNoCamera(DEVICES, member);
            }
        });
        root.properties().forEach(member -> {
            if (isRecord(member)) {
                if (!devices.isEmpty()) {
                    misplaced.reportBesideDevices(member);
                }
                translate(member, around, misplaced).ifPresent(cameras::add);
            } else {
                section(member, misplaced);
            }
        });
        problems.addAll(context.vendorFiles().problems());
        problems.addAll(around.problems());
        var result = JsonNodeFactory.instance.objectNode().put("version", 1);
        var consoles = around.consoles().all();
        if (!consoles.isEmpty()) {
            result.set(DEVICES, consoles);
        }
        result.set("cameras", cameras);
        return new Translated(result, problems);
    }

    private Optional<ObjectNode> translate(
            Map.Entry<String, JsonNode> member, Surroundings around, MisplacedCameras misplaced) {
        var id = Slug.of(member.getKey());
        if (!ids.add(id.toLowerCase(Locale.ROOT))) {
            id = Slug.distinct(id, member.getKey());
        }
        var findings = new Findings("camera " + id);
        if (!id.equals(member.getKey().strip())) {
            findings.warn("id", "cannot be used as it is written; the camera is called " + id);
        }
        var camera = new CatalogueCamera(around, id, member.getValue(), findings).translate();
        problems.addAll(findings.all());
        misplaced.reportInside("camera " + id, member.getValue());
        return camera;
    }

    private Set<String> movable(JsonNode listed, JsonNode devices, MisplacedCameras misplaced) {
        var movable = new TreeSet<String>();
        if (listed.isArray()) {
            listed.forEach(entry -> movable.add(Slug.of(
                    entry.isObject()
                            ? entry.path("id").asText(entry.path("serial").asText(""))
                            : entry.asText(""))));
        }
        listed.properties().forEach(member -> {
            if (devices.has(member.getKey()) || !isRecord(member)) {
                movable.add(Slug.of(member.getKey()));
            } else {
                misplaced.reportOutside(MOVABLE, member);
            }
        });
        return movable;
    }

    private void section(Map.Entry<String, JsonNode> member, MisplacedCameras misplaced) {
        var name = member.getKey();
        var known = isSection(name);
        if (SETTINGS.contains(name)) {
            problems.add(new FieldProblem(
                    context.subject(),
                    name,
                    "is not needed and ignored: the page watches its own players, as docs/importing.md explains",
                    List.of()));
        }
        if (SETTINGS.contains(name) || !known) {
            misplaced.reportOutsideWithin(name, member.getValue());
        }
        if (!known && member.getValue().isContainerNode()) {
            problems.add(new FieldProblem(
                    context.subject(),
                    Shown.name(name),
                    "is neither a camera, which has a type, nor a known section, and is ignored"
                            + context.line(member.getValue()),
                    Vendor.names()));
        }
    }
}
