// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays what a stream says itself over its ffmpeg options, and those over its profile: the nearest word counts. */
final class StreamLayers {

    private final Profiles profiles;
    private final List<String> httpOnly = new ArrayList<>();

    StreamLayers(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The stream's own fields completed by what its options and profile mean. */
    ObjectNode merge(Fields own, JsonNode stream) {
        var merged = JsonNodeFactory.instance.objectNode();
        profile(own).ifPresent(options -> lay(merged, options));
        options(own).ifPresent(options -> lay(merged, options));
        lay(merged, stream);
        return merged;
    }

    /** Options among them that only an http source may have. */
    List<String> httpOnly() {
        return httpOnly;
    }

    private Optional<FfmpegOptions> profile(Fields own) {
        var name = own.text("profile");
        return name == null ? Optional.empty() : profiles.find(name, own);
    }

    private Optional<FfmpegOptions> options(Fields own) {
        var value = own.value("options");
        if (value == null) {
            return Optional.empty();
        }
        var options = FfmpegOptions.of(value);
        options.problems().forEach(problem -> own.report("options", problem));
        options.notes().forEach(note -> own.warn("options", note));
        return Optional.of(options);
    }

    private void lay(ObjectNode merged, FfmpegOptions options) {
        httpOnly.addAll(options.httpOnly());
        lay(merged, options.fields());
    }

    private static void lay(ObjectNode merged, JsonNode upper) {
        upper.properties().forEach(entry -> {
            var below = merged.get(entry.getKey());
            var above = entry.getValue();
            if (Fields.isLeftOut(above)) {
                return;
            }
            if (below instanceof ObjectNode object && above.isObject()) {
                lay(object, above);
            } else {
                merged.set(entry.getKey(), above.deepCopy());
            }
        });
    }
}
