// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one cameras file, entry by entry, collecting problems as it goes. */
final class CamerasFileParser {

    private final String subject;
    private final Origin origin;
    private final Translator translator;
    private final List<DeviceSpec> devices = new ArrayList<>();
    private final List<CameraSpec> cameras = new ArrayList<>();
    private final Map<String, Credentials> credentials = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    CamerasFileParser(String subject, Origin origin, Translator translator) {
        this.subject = subject;
        this.origin = origin;
        this.translator = translator;
    }

    CamerasFile parse(String text) {
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (clean.isBlank()) {
            return CamerasFile.unreadable(subject, "is empty; it needs \"version: 1\" and \"cameras:\"");
        }
        try {
            return parse(tree(clean));
        } catch (JsonProcessingException malformed) {
            // The exception's own text quotes the file, which may hold passwords.
            return CamerasFile.unreadable(
                    subject,
                    "is not valid YAML or JSON" + place(malformed) + "; check indentation, quotes and brackets there");
        } catch (IOException failure) {
            return CamerasFile.unreadable(subject, "cannot be read as a text");
        }
    }

    private static LocatedTree tree(String text) throws IOException {
        if (!text.stripLeading().matches("(?s)[{\\[].*")) {
            return LocatedTree.read(ContractsJson.yaml().createParser(text));
        }
        try {
            return LocatedTree.read(ContractsJson.mapper().createParser(text));
        } catch (JsonProcessingException notJson) {
            // A YAML document may begin with a brace or bracket too; if it is neither, JSON's position is the better
            // one.
            try {
                return LocatedTree.read(ContractsJson.yaml().createParser(text));
            } catch (JsonProcessingException notYamlEither) {
                notJson.addSuppressed(notYamlEither);
                throw notJson;
            }
        }
    }

    private static String place(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private CamerasFile parse(LocatedTree tree) {
        var translated = translator.translate(tree.root(), subject, tree::lineOf);
        translated.ifPresent(found -> problems.addAll(found.problems()));
        var root = translated.<JsonNode>map(Translated::root).orElse(tree.root());
        if (!root.isObject()) {
            return CamerasFile.unreadable(
                    subject,
                    "must begin with \"version: 1\" and \"cameras:\"; it holds " + Fields.kindOf(root) + " instead");
        }
        var complaints = new Complaints();
        var fields = new Fields(root, subject, "", complaints);
        if (supported(fields)) {
            readEntries(tree, fields, complaints);
        }
        problems.addAll(complaints.all());
        return new CamerasFile(devices, cameras, credentials, problems);
    }

    private void readEntries(LocatedTree tree, Fields fields, Complaints complaints) {
        var profiles = Profiles.parse(fields, origin, complaints);
        each(fields.list("devices"), (node, position) -> device(node, "device " + position + line(tree, node)));
        var entries = fields.list("cameras");
        each(entries, (node, position) -> camera(node, "camera " + position + line(tree, node), profiles));
        if (entries == null || entries.isEmpty()) {
            fields.report("cameras", "no cameras are defined");
        }
        fields.reportUnknown();
        // A camera of the API has a file of its own; its device stands in another.
        if (origin == Origin.FILE) {
            cameras.forEach(this::checkDevice);
        }
    }

    private boolean supported(Fields fields) {
        var version = fields.text("version");
        if (version == null) {
            fields.report("version", "is missing; read as version 1", List.of("1"));
            return true;
        }
        if (version.equals(Integer.toString(CamerasFile.VERSION))) {
            return true;
        }
        fields.report("version", "this Nightjar does not know version " + Fields.shortened(version), List.of("1"));
        return false;
    }

    private void camera(JsonNode node, String unnamed, Profiles profiles) {
        var parsed = new CameraParser(origin, profiles).parse(node, unnamed);
        problems.addAll(parsed.problems());
        parsed.camera().ifPresent(camera -> {
            if (!ids.add(camera.id().folded())) {
                problems.add(new FieldProblem(
                        "camera " + camera.id(),
                        "id",
                        "is used twice, upper and lower case being the same; the first one runs",
                        List.of()));
                return;
            }
            cameras.add(camera);
            remember(camera.credentialRef(), parsed.credentials());
        });
    }

    private void device(JsonNode node, String unnamed) {
        var complaints = new Complaints();
        new DeviceParser(origin, complaints).parse(node, unnamed).ifPresent(parsed -> {
            devices.add(parsed.device());
            remember(parsed.device().credentialRef(), parsed.credentials());
        });
        problems.addAll(complaints.all());
    }

    private void remember(@Nullable String reference, Optional<Credentials> secret) {
        if (reference != null) {
            secret.ifPresent(value -> credentials.put(reference, value));
        }
    }

    private void checkDevice(CameraSpec camera) {
        var known = devices.stream().map(device -> device.id().value()).toList();
        var device = camera.device();
        if (device != null && !known.contains(device.value())) {
            problems.add(new FieldProblem(
                    "camera " + camera.id(),
                    "device",
                    "\"" + device + "\" is not among this file's devices" + NearMiss.hint(known, device.value()),
                    known));
        }
    }

    private static String line(LocatedTree tree, JsonNode node) {
        int line = tree.lineOf(node);
        return line == 0 ? "" : " (line " + line + ")";
    }

    private interface Entry {
        void at(JsonNode node, int position);
    }

    private static void each(@Nullable JsonNode list, Entry entry) {
        if (list != null) {
            for (int index = 0; index < list.size(); index++) {
                entry.at(list.get(index), index + 1);
            }
        }
    }
}
