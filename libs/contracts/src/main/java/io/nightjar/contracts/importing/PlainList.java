// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.file.FieldProblem;
import io.nightjar.contracts.file.Translated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Translates a list of addresses with passwords, a list of names with RTSP addresses, or a single one of either. */
final class PlainList {

    private static final Set<String> NATIVE = Set.of("id", "streams", "vendor");

    private final ImportContext context;
    private final List<FieldProblem> problems = new ArrayList<>();

    PlainList(ImportContext context) {
        this.context = context;
    }

    static boolean recognises(JsonNode root) {
        if (root.isArray()) {
            return root.isEmpty()
                    || (root.valueStream().anyMatch(JsonNode::isObject)
                            && root.valueStream().noneMatch(PlainList::isNative));
        }
        if (root.path("cameras").isArray()) {
            var cameras = root.path("cameras");
            return !root.has("version")
                    && !cameras.isEmpty()
                    && cameras.valueStream().allMatch(PlainList::isEntry);
        }
        return isEntry(root);
    }

    private static boolean isNative(JsonNode entry) {
        return NATIVE.stream().anyMatch(entry::has);
    }

    private static boolean isEntry(JsonNode entry) {
        return entry.isObject() && !isNative(entry) && (Registration.recognises(entry) || entry.has("ip"));
    }

    Translated translate(JsonNode root) {
        var entries = entries(root);
        var cameras = JsonNodeFactory.instance.arrayNode();
        var registered = new Registration(context);
        var sinks = new ArrayList<String>();
        for (int index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            var findings = new Findings("camera entry " + index + context.line(entry));
            if (Registration.recognises(entry)) {
                registered.translate(entry, findings).ifPresent(cameras::add);
            } else {
                var camera = AddressEntry.translate(entry, findings);
                camera.ifPresent(cameras::add);
                int sink = index;
                camera.ifPresent(found -> sinks.add(found.path("id").asText() + " /dev/video" + sink));
            }
            problems.addAll(findings.all());
        }
        sayWhereSinksWent(sinks);
        var result = JsonNodeFactory.instance.objectNode().put("version", 1);
        return new Translated(result.<ObjectNode>set("cameras", cameras), problems);
    }

    private static List<JsonNode> entries(JsonNode root) {
        if (root.isArray()) {
            return root.valueStream().toList();
        }
        return root.path("cameras").isArray()
                ? root.path("cameras").valueStream().toList()
                : List.of(root);
    }

    private void sayWhereSinksWent(List<String> sinks) {
        if (!sinks.isEmpty()) {
            problems.add(new FieldProblem(
                    context.subject(),
                    "v4l2",
                    "the place in the list once chose a video device to write to; Nightjar writes none, so this only"
                            + " tells which it was: " + String.join(", ", sinks),
                    List.of()));
        }
    }
}
