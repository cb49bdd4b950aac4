// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a session description line by line; attributes may come in any order. */
final class SdpReader {

    private final List<Section> sections = new ArrayList<>();
    private String name = "";
    private String control = "";
    private boolean version;

    Sdp read(String text) {
        for (var line : text.split("\r?\n|\r")) {
            if (line.length() >= 2 && line.charAt(1) == '=') {
                line(line.charAt(0), line.substring(2).strip());
            }
        }
        if (!version && sections.isEmpty()) {
            throw new RtspException(400, "The body is not a session description");
        }
        return new Sdp(name, control, sections.stream().map(Section::media).toList());
    }

    private void line(char type, String value) {
        switch (type) {
            case 'v' -> version = true;
            case 's' -> name = value;
            case 'm' -> sections.add(new Section(value));
            case 'a' -> attribute(value);
            default -> {
                // times, bandwidths, origins and connections say nothing that is needed
            }
        }
    }

    private void attribute(String value) {
        if (!sections.isEmpty()) {
            sections.getLast().attribute(value);
        } else if (value.startsWith("control:")) {
            control = value.substring("control:".length()).strip();
        }
    }

    private static final class Section {

        private final String kind;
        private final int payloadType;
        private String encoding;
        private int clockRate;
        private int channels;
        private String control = "";
        private String direction = "sendrecv";
        private Map<String, String> format = Map.of();

        Section(String value) {
            var words = value.split("\\s+");
            kind = words[0].toLowerCase(Locale.ROOT);
            payloadType = words.length > 3 ? number(words[3], -1) : -1;
            var known = StaticPayload.of(payloadType);
            encoding = known.encoding();
            clockRate = known.clockRate();
            channels = known.channels();
        }

        void attribute(String value) {
            if (value.startsWith("control:")) {
                control = value.substring("control:".length()).strip();
            } else if (value.startsWith("rtpmap:")) {
                map(value.substring("rtpmap:".length()));
            } else if (value.startsWith("fmtp:")) {
                format(value.substring("fmtp:".length()));
            } else if (List.of("sendonly", "recvonly", "sendrecv", "inactive").contains(value)) {
                direction = value;
            }
        }

        private void map(String value) {
            var words = value.strip().split("\\s+", 2);
            if (words.length < 2 || number(words[0], -1) != payloadType) {
                return;
            }
            var parts = words[1].split("/", -1);
            encoding = parts[0].strip().toUpperCase(Locale.ROOT);
            // Times are divided by it: what is no rate leaves the usual one.
            int rate = parts.length > 1 ? number(parts[1], clockRate) : clockRate;
            clockRate = rate > 0 ? rate : clockRate;
            channels = parts.length > 2 ? Math.max(0, number(parts[2], 1)) : kind.equals("audio") ? 1 : 0;
        }

        private void format(String value) {
            var words = value.strip().split("\\s+", 2);
            if (words.length < 2 || number(words[0], -1) != payloadType) {
                return;
            }
            var parameters = new LinkedHashMap<String, String>();
            for (var parameter : words[1].split(";")) {
                var pair = parameter.split("=", 2);
                if (!pair[0].isBlank()) {
                    parameters.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1].strip() : "");
                }
            }
            format = parameters;
        }

        SdpMedia media() {
            return new SdpMedia(kind, payloadType, encoding, clockRate, channels, format, control, direction);
        }

        private static int number(String text, int otherwise) {
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException notANumber) {
                return otherwise;
            }
        }
    }
}
