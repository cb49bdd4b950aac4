// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds cameras that a wrong brace put where nobody looks for them, and says where they stand. */
final class MisplacedCameras {

    private static final Set<String> TELLING =
            Set.of("host", "ip", "stream_type", "capabilities", "rtsp_alias", "protect_host", "rtsp_input");

    private final ImportContext context;
    private final List<FieldProblem> problems;

    MisplacedCameras(ImportContext context, List<FieldProblem> problems) {
        this.context = context;
        this.problems = problems;
    }

    /** A member of a list of cameras that has no type. */
    void reportNoCamera(String section, Map.Entry<String, JsonNode> member) {
        if (member.getValue().isObject() && TELLING.stream().anyMatch(member.getValue()::has)) {
            problems.add(new FieldProblem(
                    subject(member),
                    "type",
                    "is missing; it names the vendor" + context.line(member.getValue()),
                    Vendor.names()));
        } else {
            add(context.subject(), section, member, "has no type, so it is no camera and is ignored");
        }
        reportInside(context.subject() + ", " + section, member.getValue());
    }

    void reportBesideDevices(Map.Entry<String, JsonNode> member) {
        add(context.subject(), "", member, "stands beside devices instead of in it; it runs, but move it there");
    }

    void reportOutside(String section, Map.Entry<String, JsonNode> member) {
        add(context.subject(), section, member, "is a camera outside devices and does not run; move it there");
    }

    void reportOutsideWithin(String section, JsonNode part) {
        cameras(part).forEach(member -> reportOutside(Shown.name(section), member));
    }

    void reportInside(String subject, JsonNode camera) {
        cameras(camera)
                .forEach(member -> add(
                        subject,
                        "",
                        member,
                        "is a camera inside another one and does not run; check the braces before it"));
    }

    private void add(String subject, String section, Map.Entry<String, JsonNode> member, String message) {
        var name = Shown.name(member.getKey());
        var field = section.isEmpty() ? name : section + "." + name;
        problems.add(new FieldProblem(subject, field, message + context.line(member.getValue()), List.of()));
    }

    private static String subject(Map.Entry<String, JsonNode> member) {
        return "camera " + Slug.of(member.getKey());
    }

    /** Every camera below, however deep. */
    private static Stream<Map.Entry<String, JsonNode>> cameras(JsonNode part) {
        var own = part.properties().stream().filter(member -> !member.getKey().startsWith("__"));
        return Stream.concat(
                own.flatMap(member -> Stream.concat(
                        isCamera(member.getValue()) ? Stream.of(member) : Stream.empty(), cameras(member.getValue()))),
                part.isArray() ? part.valueStream().flatMap(MisplacedCameras::cameras) : Stream.empty());
    }

    static boolean isCamera(JsonNode value) {
        var type = value.path("type");
        return value.isObject()
                && type.isTextual()
                && (Vendor.parse(type.asText()).isPresent() || TELLING.stream().anyMatch(value::has));
    }
}
