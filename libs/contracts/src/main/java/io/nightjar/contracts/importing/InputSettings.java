// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.FfmpegOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates {@code rtsp_input}, the command-line options before an address. */
final class InputSettings {

    private static final String SECTION = "rtsp_input";

    /** Options of the program, or that every source is read with. */
    private static final String[] NOT_NEEDED = {
        "avioflags", "thread_queue_size", "rtmp_buffer", "reorder_queue_size", "allowed_media_types", "err_detect",
        "fflags", "flags", "use_wallclock_as_timestamps", "rtmp_live", "strict", "vsync"
    };

    private record Range(String option, int least, int most) {}

    /** What a native stream takes, by its field. */
    private static final Map<String, Range> RANGES = Map.of(
            "openTimeoutMs", new Range("timeout", 500, 120_000),
            "readTimeoutMs", new Range("timeout", 500, 120_000),
            "probeMicros", new Range("analyzeduration", 0, 60_000_000),
            "probeBytes", new Range("probesize", 1024, 67_108_864),
            "bufferBytes", new Range("buffer_size", 1024, 67_108_864),
            "maxDelayMicros", new Range("max_delay", 0, 60_000_000),
            "reconnectDelaySeconds", new Range("reconnect_delay_max", 0, 300));

    private final ObjectNode fields;

    InputSettings(LegacyObject record, Vendor vendor) {
        var options = OptionNames.canonical(record.section(SECTION), SECTION + ".");
        var beside = record.text("rtsp_transport", "transport");
        options.notNeeded(NOT_NEEDED);
        var read = FfmpegOptions.of(command(options, beside));
        read.problems().forEach(problem -> record.findings().warn(SECTION, problem + "; it is left out"));
        read.httpOnly().forEach(name -> record.findings().notNeeded(SECTION + "." + name));
        fields = withinRange(read.fields(), record.findings());
        if (vendor == Vendor.EUFY && fields.path("transport").asText().equals(Transport.UDP.wire())) {
            var field = options.has("rtsp_transport")
                    ? SECTION + ".rtsp_transport"
                    : record.named("rtsp_transport", "transport");
            record.findings()
                    .error(
                            field,
                            "a Eufy camera signs nobody in over UDP",
                            List.of(Transport.AUTO.wire(), Transport.TCP.wire()));
        }
    }

    private static ObjectNode command(LegacyObject options, @Nullable String transport) {
        var command = JsonNodeFactory.instance.objectNode();
        var input = command.putObject("input");
        if (transport != null) {
            input.put("rtsp_transport", transport);
        }
        options.unasked().forEach(name -> input.set(name, options.node().path(name)));
        return command;
    }

    private static ObjectNode withinRange(ObjectNode fields, Findings findings) {
        if (fields.path("input") instanceof ObjectNode input) {
            RANGES.forEach((field, range) -> {
                long value = input.path(field).asLong(range.least());
                if (value < range.least() || value > range.most()) {
                    input.remove(field);
                    findings.warn(SECTION + "." + range.option(), "is of no use at this value and is left out");
                }
            });
        }
        return fields;
    }

    /** Adds what was found to a native stream. */
    void addTo(ObjectNode stream) {
        fields.properties()
                .forEach(field -> stream.set(field.getKey(), field.getValue().deepCopy()));
    }
}
