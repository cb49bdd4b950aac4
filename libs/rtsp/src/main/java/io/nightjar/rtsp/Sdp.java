// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A session description.
 *
 * @param control the aggregate control address; empty when it is that of the description itself
 */
public record Sdp(String name, String control, List<SdpMedia> media) {

    public Sdp {
        media = List.copyOf(media);
    }

    public static Sdp of(String name, List<SdpMedia> media) {
        return new Sdp(name, "", media);
    }

    /** Reads what cameras and encoders write; fails only when it is not a session description at all. */
    public static Sdp parse(String text) {
        return new SdpReader().read(text);
    }

    public String write() {
        var text = new StringBuilder(512)
                .append("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=")
                .append(name.isBlank() ? "-" : name)
                .append("\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n");
        if (!control.isEmpty()) {
            text.append("a=control:").append(control).append("\r\n");
        }
        media.forEach(section -> write(section, text));
        return text.toString();
    }

    /** The address a client sends SETUP to for one section, whatever way the server wrote its control. */
    public static String controlAddress(String base, String control) {
        if (control.isEmpty() || control.equals("*")) {
            return base;
        }
        if (control.regionMatches(true, 0, "rtsp://", 0, 7) || control.regionMatches(true, 0, "rtsps://", 0, 8)) {
            return control;
        }
        if (control.startsWith("/")) {
            int path = base.indexOf('/', base.indexOf("://") + 3);
            return (path < 0 ? base : base.substring(0, path)) + control;
        }
        return base.endsWith("/") ? base + control : base + "/" + control;
    }

    private static void write(SdpMedia media, StringBuilder text) {
        int type = media.payloadType();
        text.append("m=")
                .append(media.kind())
                .append(" 0 RTP/AVP ")
                .append(type)
                .append("\r\n");
        if (!media.control().isEmpty()) {
            text.append("a=control:").append(media.control()).append("\r\n");
        }
        if (!media.encoding().isEmpty()) {
            text.append("a=rtpmap:").append(type).append(' ').append(media.encoding());
            text.append('/').append(media.clockRate());
            text.append(media.channels() > 0 && media.kind().equals("audio") ? "/" + media.channels() : "");
            text.append("\r\n");
        }
        if (!media.format().isEmpty()) {
            text.append("a=fmtp:")
                    .append(type)
                    .append(' ')
                    .append(parameters(media.format()))
                    .append("\r\n");
        }
        if (!media.direction().equals("sendrecv")) {
            text.append("a=").append(media.direction()).append("\r\n");
        }
    }

    private static String parameters(Map<String, String> format) {
        return new TreeMap<>(format)
                .entrySet().stream()
                        .map(entry ->
                                entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + "=" + entry.getValue())
                        .reduce((left, right) -> left + ";" + right)
                        .orElse("");
    }
}
