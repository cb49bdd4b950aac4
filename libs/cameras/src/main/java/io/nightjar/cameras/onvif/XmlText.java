// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * Turns bytes into text that an XML reader takes: cameras send broken UTF-8, control characters, and blank lines before
 * the declaration.
 */
final class XmlText {

    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml.*?\\?>", Pattern.DOTALL);
    private static final Pattern ENCODING =
            Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9][A-Za-z0-9._-]{0,39})[\"']");
    private static final int DECLARATION_LENGTH = 200;
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    static String of(byte[] bytes) {
        var text = new String(bytes, charset(bytes));
        int start = text.indexOf('<');
        if (start < 0) {
            return "";
        }
        return legal(DECLARATION.matcher(text.substring(start)).replaceFirst(""));
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return UTF_16BE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return UTF_16LE;
        }
        var head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), ISO_8859_1);
        var named = ENCODING.matcher(head);
        if (head.contains("<?xml") && named.find() && Charset.isSupported(named.group(1))) {
            var charset = Charset.forName(named.group(1));
            // A declaration that could be read as ASCII rules out two-byte encodings.
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? UTF_8 : charset;
        }
        return UTF_8;
    }

    private static String legal(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isLegal(point) ? point : REPLACEMENT));
        return clean.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
