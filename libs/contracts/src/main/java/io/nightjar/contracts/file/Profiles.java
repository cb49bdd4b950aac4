// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named ffmpeg options of one cameras file, which its streams may share. */
public final class Profiles {

    /** Of cameras that come from no file. */
    public static final Profiles NONE = new Profiles(Map.of());

    private static final String FFMPEG = "ffmpeg";

    private final Map<String, FfmpegOptions> byName;

    private Profiles(Map<String, FfmpegOptions> byName) {
        this.byName = byName;
    }

    static Profiles parse(Fields file, Origin origin, Complaints complaints) {
        var object = file.object("profiles");
        if (object == null) {
            return NONE;
        }
        if (origin != Origin.FILE) {
            file.report(
                    "profiles", "belong in the operator's cameras file; a camera added by API has options of its own");
            return NONE;
        }
        var byName = new LinkedHashMap<String, FfmpegOptions>();
        object.properties().forEach(entry -> {
            if (!entry.getKey().startsWith("__")) {
                byName.put(entry.getKey(), profile(entry.getKey(), entry.getValue(), complaints));
            }
        });
        return new Profiles(byName);
    }

    /** The profile a stream names; reports there when it cannot be used. */
    Optional<FfmpegOptions> find(String name, Fields stream) {
        var profile = byName.get(name);
        if (profile == null) {
            var known = List.copyOf(byName.keySet());
            stream.report(
                    "profile",
                    "\"" + Fields.shortened(name) + "\" is not among this file's profiles" + NearMiss.hint(known, name),
                    known);
            return Optional.empty();
        }
        if (!profile.problems().isEmpty()) {
            stream.report("profile", "\"" + Fields.shortened(name) + "\" has mistakes of its own; correct them first");
            return Optional.empty();
        }
        return Optional.of(profile);
    }

    private static FfmpegOptions profile(String name, JsonNode value, Complaints complaints) {
        var subject = "profile " + Fields.shortened(name);
        if (!value.isObject()) {
            complaints.error(new FieldProblem(
                    subject, "", "must be an object with command or options, not " + Fields.kindOf(value), List.of()));
            return FfmpegOptions.unusable();
        }
        var fields = new Fields(value, subject, "", complaints);
        var backend = fields.text("backend");
        if (backend != null && !backend.equalsIgnoreCase(FFMPEG)) {
            fields.report("backend", "\"" + Fields.shortened(backend) + "\" is not known", List.of(FFMPEG));
        }
        var command = fields.value("command");
        var options = fields.value("options");
        fields.reportUnknown();
        if ((command == null) == (options == null)) {
            fields.report("command", "or options must say what the profile is, one of the two");
            return FfmpegOptions.unusable();
        }
        var field = command == null ? "options" : "command";
        var parsed = FfmpegOptions.of(command == null ? options : command);
        parsed.problems().forEach(problem -> fields.report(field, problem));
        parsed.notes().forEach(note -> fields.warn(field, note));
        return parsed;
    }
}
