// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Writes one element with what is in it, on one line, in the order given: devices insist on the schema's order. */
public final class XmlBuilder {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private XmlBuilder() {}

    /** Begins an element whose children share its namespace unless they say otherwise. */
    public static XmlBuilder root(String namespace, String name, String... attributes) {
        var root = new XmlBuilder();
        root.text
                .append(start(name, "xmlns", namespace))
                .append(start("", attributes).substring(1))
                .append('>');
        root.open.push(name);
        return root;
    }

    /** Opens an element with attributes, given as names and values in turn. */
    public XmlBuilder open(String name, String... attributes) {
        text.append(start(name, attributes)).append('>');
        open.push(name);
        return this;
    }

    public XmlBuilder close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    public XmlBuilder leaf(String name, String value, String... attributes) {
        text.append(start(name, attributes)).append('>').append(escaped(value));
        text.append("</").append(name).append('>');
        return this;
    }

    public XmlBuilder leaf(String name, Optional<String> value) {
        value.ifPresent(present -> leaf(name, present));
        return this;
    }

    public XmlBuilder text(String value) {
        text.append(escaped(value));
        return this;
    }

    /** An element with attributes only. */
    public XmlBuilder empty(String name, String... attributes) {
        text.append(start(name, attributes)).append("/>");
        return this;
    }

    /** The whole element. */
    public String build() {
        while (!open.isEmpty()) {
            close();
        }
        return text.toString();
    }

    private static String start(String name, String... attributes) {
        var start = new StringBuilder("<").append(name);
        for (int index = 0; index + 1 < attributes.length; index += 2) {
            start.append(' ').append(attributes[index]).append("=\"");
            start.append(escaped(attributes[index + 1])).append('"');
        }
        return start.toString();
    }

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
