// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** A request or a response. Bodies in RTSP are text: SDP, or parameters. */
public sealed interface RtspMessage extends RtspItem permits RtspRequest, RtspResponse {

    Headers headers();

    String body();

    String startLine();

    default Optional<String> header(String name) {
        return headers().get(name);
    }

    default Optional<Integer> cseq() {
        return header("CSeq").flatMap(RtspMessage::number);
    }

    /** The session id without its parameters and padding. */
    default Optional<String> session() {
        return header("Session").map(value -> value.split(";", 2)[0].strip()).filter(id -> !id.isEmpty());
    }

    /** The message as it goes on the wire, with its Content-Length. */
    default byte[] toBytes() {
        var text = new StringBuilder(256).append(startLine()).append("\r\n");
        for (var line : headers().lines()) {
            if (!line.name().equalsIgnoreCase("Content-Length")) {
                text.append(line.name()).append(": ").append(line.value()).append("\r\n");
            }
        }
        if (!body().isEmpty()) {
            text.append("Content-Length: ")
                    .append(body().getBytes(UTF_8).length)
                    .append("\r\n");
        }
        return text.append("\r\n").append(body()).toString().getBytes(UTF_8);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
