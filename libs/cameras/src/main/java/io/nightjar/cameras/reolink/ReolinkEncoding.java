// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;

/** How a channel's two pictures are encoded. */
public record ReolinkEncoding(Picture main, Picture sub) {

    /** @param codec {@code h264} or {@code h265} */
    public record Picture(int width, int height, int fps, String codec) {

        /** Older firmware writes the size as one text. */
        private static Picture of(JsonNode stream, String usualCodec) {
            var size = stream.path("size").asText("0*0").split("[*x]", 2);
            return new Picture(
                    stream.path("width").asInt(number(size[0])),
                    stream.path("height").asInt(number(size[size.length - 1])),
                    stream.path("frameRate").asInt(),
                    stream.path("vType").asText(usualCodec));
        }

        private static int number(String text) {
            return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        }
    }

    static ReolinkEncoding of(JsonNode encoding) {
        return new ReolinkEncoding(
                Picture.of(encoding.path("mainStream"), "h264"), Picture.of(encoding.path("subStream"), "h264"));
    }
}
