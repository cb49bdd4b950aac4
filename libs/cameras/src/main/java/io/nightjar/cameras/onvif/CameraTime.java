// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads GetSystemDateAndTime: UTC where the device gives it, else its local time and zone. */
final class CameraTime {

    /** POSIX: {@code CST-8} lies east of Greenwich. Rules for summer time follow the offset. */
    private static final Pattern ZONE =
            Pattern.compile("(?:<[^>]{1,20}>|[A-Za-z]{1,20})([+-]?)([0-9]{1,2})(?::([0-9]{2}))?(?::[0-9]{2})?.*");

    private static final int LAST_YEAR = 9999;

    private CameraTime() {}

    /** Empty where the device gives no time, or one that does not exist. */
    static Optional<Instant> read(XmlElement response) {
        return response.child(Namespaces.DEVICE, "SystemDateAndTime").flatMap(CameraTime::time);
    }

    private static Optional<Instant> time(XmlElement time) {
        return time.child(Namespaces.SCHEMA, "UTCDateTime")
                .flatMap(CameraTime::dateTime)
                .map(utc -> utc.toInstant(ZoneOffset.UTC))
                .or(() -> local(time));
    }

    private static Optional<Instant> local(XmlElement time) {
        var zone = time.textAt(Namespaces.SCHEMA, "TimeZone", "TZ").flatMap(CameraTime::zone);
        boolean summer = time.textAt(Namespaces.SCHEMA, "DaylightSavings")
                .filter("true"::equals)
                .isPresent();
        return time.child(Namespaces.SCHEMA, "LocalDateTime")
                .flatMap(CameraTime::dateTime)
                .flatMap(local ->
                        zone.map(offset -> local.minusHours(summer ? 1 : 0).toInstant(offset)));
    }

    private static Optional<ZoneOffset> zone(String text) {
        var zone = ZONE.matcher(text);
        if (!zone.matches()) {
            return Optional.empty();
        }
        int minutes =
                Integer.parseInt(zone.group(2)) * 60 + (zone.group(3) == null ? 0 : Integer.parseInt(zone.group(3)));
        int east = zone.group(1).equals("-") ? minutes : -minutes;
        return Math.abs(east) > 18 * 60 ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(east * 60));
    }

    private static Optional<LocalDateTime> dateTime(XmlElement element) {
        try {
            var time = LocalDateTime.of(
                    number(element, "Date", "Year"),
                    number(element, "Date", "Month"),
                    number(element, "Date", "Day"),
                    number(element, "Time", "Hour"),
                    number(element, "Time", "Minute"),
                    Math.min(59, number(element, "Time", "Second")));
            // Far outside, what is reckoned from a time no longer is one.
            return Optional.of(time).filter(given -> given.getYear() > 0 && given.getYear() <= LAST_YEAR);
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static int number(XmlElement element, String... path) {
        return Integer.parseInt(element.textAt(Namespaces.SCHEMA, path).orElse(""));
    }
}
