// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.neolink;

/** A text as TOML writes it, whatever it holds. */
final class TomlText {

    private TomlText() {}

    static String quoted(String text) {
        var written = new StringBuilder("\"");
        text.codePoints().forEach(point -> append(written, point));
        return written.append('"').toString();
    }

    private static void append(StringBuilder written, int point) {
        switch (point) {
            case '"' -> written.append("\\\"");
            case '\\' -> written.append("\\\\");
            case '\n' -> written.append("\\n");
            case '\r' -> written.append("\\r");
            case '\t' -> written.append("\\t");
            default -> {
                if (point < ' ' || point == 0x7f) {
                    written.append("\\u%04X".formatted(point));
                } else {
                    written.appendCodePoint(point);
                }
            }
        }
    }
}
