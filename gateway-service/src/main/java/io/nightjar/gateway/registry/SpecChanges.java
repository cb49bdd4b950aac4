// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What differs between two versions of a camera or device, key by key, fit for a log: an edit of many cameras must not turn
 * TCP into UDP unnoticed. Of addresses only the part that names the host is shown.
 */
final class SpecChanges {
    private static final int LONGEST = 60;
    private static final String ABSENT = "none";
    private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9+.-]*://[^/?#\\s]*).*", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|alias|apikey).*");

    private SpecChanges() {}

    /** Such as {@code streams.main.transport:tcp->udp}, in the order of the keys. */
    static List<String> between(Object before, Object after) {
        var old = flat(before);
        var now = flat(after);
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                .map(key -> change(key, old.getOrDefault(key, ABSENT), now.getOrDefault(key, ABSENT)))
                .toList();
    }

    private static String change(String key, String old, String now) {
        var from = shown(key, old);
        var to = shown(key, now);
        return from.equals(to) ? key + ":changed" : key + ":" + from + "->" + to;
    }

    private static String shown(String key, String value) {
        if (SECRET.matcher(key).matches()) {
            return "...";
        }
        var address = ADDRESS.matcher(value);
        var text = address.matches() ? address.group(1).replaceAll("//[^@]*@", "//") + "/..." : value;
        var plain = text.replaceAll("[\\p{Cntrl}\\s]+", "_");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }

    private static Map<String, String> flat(Object spec) {
        var flat = new TreeMap<String, String>();
        add("", ContractsJson.mapper().valueToTree(spec), flat);
        return flat;
    }

    private static void add(String key, JsonNode value, Map<String, String> flat) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            add(key.isEmpty() ? field.getKey() : key + "." + field.getKey(), field.getValue(), flat));
        } else if (value.isArray()) {
            addList(key, value, flat);
        } else if (!value.isNull()) {
            flat.put(key, value.asText());
        }
    }

    private static void addList(String key, JsonNode list, Map<String, String> flat) {
        boolean words = StreamSupport.stream(list.spliterator(), false)
                .allMatch(item -> item.isValueNode() && !item.asText().contains("://"));
        if (words) {
            // Most lists are sets, which come in any order.
            flat.put(
                    key,
                    StreamSupport.stream(list.spliterator(), false)
                            .map(JsonNode::asText)
                            .sorted()
                            .toList()
                            .toString()
                            .replace(" ", ""));
            return;
        }
        for (int index = 0; index < list.size(); index++) {
            add(key + "." + index, list.get(index), flat);
        }
    }
}
