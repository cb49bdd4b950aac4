// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what a pull point hands out. */
final class EventReader {

    private EventReader() {}

    static Optional<OnvifEvent> event(XmlElement notification) {
        var topic = notification.textAt(Namespaces.NOTIFICATION, "Topic").map(EventReader::topic);
        var message = notification
                .child(Namespaces.NOTIFICATION, "Message")
                .flatMap(outer -> outer.child(Namespaces.SCHEMA, "Message"));
        return topic.flatMap(named -> message.map(inner -> event(named, inner)));
    }

    private static OnvifEvent event(String topic, XmlElement message) {
        return new OnvifEvent(
                topic,
                OnvifEvent.Change.parse(message.attribute("PropertyOperation").orElse("")),
                message.attribute("UtcTime").flatMap(EventReader::time),
                items(message, "Source"),
                items(message, "Data"));
    }

    /** Some devices end topics with a stray slash or full stop, and prefixes are of their own choosing. */
    static String topic(String text) {
        var segments = text.substring(0, end(text)).split("/");
        for (int index = 0; index < segments.length; index++) {
            segments[index] =
                    segments[index].substring(segments[index].indexOf(':') + 1).strip();
        }
        return String.join("/", segments);
    }

    private static int end(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) <= ' ' || "/.".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    /** Some devices send dates such as 0000-00-00. Without a zone it is UTC. */
    static Optional<Instant> time(String text) {
        try {
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
            return Optional.of(OffsetDateTime.parse(zoned ? text : text + "Z").toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Map<String, String> items(XmlElement message, String part) {
        var items = new LinkedHashMap<String, String>();
        message.child(Namespaces.SCHEMA, part).stream()
                .flatMap(found -> found.all(Namespaces.SCHEMA, "SimpleItem"))
                .forEach(item -> items.putIfAbsent(
                        item.attribute("Name").orElse(""),
                        item.attribute("Value").orElse("")));
        return items;
    }
}
