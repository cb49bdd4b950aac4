// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.util.ArrayList;
import java.util.List;

/** Start line and headers of a message whose body may still be on its way. */
record MessageHead(String startLine, Headers headers) {

    private static final String VERSION = "RTSP/1.";

    static MessageHead parse(String text) {
        var lines = text.split("\r?\n");
        var parsed = new ArrayList<Headers.Line>();
        for (int i = 1; i < lines.length; i++) {
            addLine(parsed, lines[i]);
        }
        return new MessageHead(lines[0], new Headers(parsed));
    }

    private static void addLine(List<Headers.Line> parsed, String line) {
        boolean folded = line.startsWith(" ") || line.startsWith("\t");
        if (folded && !parsed.isEmpty()) {
            var last = parsed.removeLast();
            parsed.add(new Headers.Line(last.name(), last.value() + " " + line.strip()));
            return;
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
            parsed.add(new Headers.Line(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        } else if (!line.isBlank()) {
            throw new RtspException(400, "A header line has no name");
        }
    }

    int contentLength(int limit) {
        var text = headers.get("Content-Length").orElse("0");
        int length;
        try {
            length = Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new RtspException(400, "Content-Length is not a number");
        }
        if (length < 0) {
            throw new RtspException(400, "Content-Length is negative");
        }
        if (length > limit) {
            throw new RtspException(413, "The body of a message is larger than " + (limit >> 10) + " KB");
        }
        return length;
    }

    RtspMessage message(String body) {
        return startLine.startsWith("RTSP/") ? response(body) : request(body);
    }

    private RtspRequest request(String body) {
        // The address may hold spaces: some clients do not escape what people type.
        int first = startLine.indexOf(' ');
        int last = startLine.lastIndexOf(' ');
        if (first <= 0 || last <= first) {
            throw new RtspException(400, "A request line is a method, an address and a version");
        }
        if (!startLine.startsWith(VERSION, last + 1)) {
            throw new RtspException(505, "Only RTSP 1.0 is spoken here");
        }
        return new RtspRequest(
                startLine.substring(0, first),
                startLine.substring(first + 1, last).strip(),
                headers,
                body);
    }

    private RtspResponse response(String body) {
        var words = startLine.split(" +", 3);
        try {
            return new RtspResponse(Integer.parseInt(words[1]), words.length > 2 ? words[2] : "", headers, body);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
            throw new RtspException(400, "A status line has no status");
        }
    }
}
