// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraTimeTest {

    private static Optional<Instant> read(String inner) throws MalformedXmlException {
        var text = "<r xmlns=\"" + Namespaces.DEVICE + "\"><SystemDateAndTime>"
                + inner.replaceAll("<([A-Za-z])", "<tt:$1").replace("</", "</tt:") + "</SystemDateAndTime></r>";
        return CameraTime.read(XmlReader.read(text.replace("<r ", "<r xmlns:tt=\"" + Namespaces.SCHEMA + "\" ")
                .getBytes(UTF_8)));
    }

    private static String moment(String name, int hour) {
        return "<" + name + "><Time><Hour>" + hour + "</Hour><Minute>20</Minute><Second>5</Second></Time>"
                + "<Date><Year>2026</Year><Month>11</Month><Day>21</Day></Date></" + name + ">";
    }

    @Test
    void utcGoesFirst() throws MalformedXmlException {
        assertThat(read("<TimeZone><TZ>CST-8</TZ></TimeZone>" + moment("UTCDateTime", 2) + moment("LocalDateTime", 9)))
                .contains(Instant.parse("2026-11-21T02:20:05Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "CST-8, 2026-11-21T02:20:05Z",
        "'EST5EDT,M3.2.0,M11.1.0', 2026-11-21T15:20:05Z",
        "IST-5:30, 2026-11-21T04:50:05Z",
        "<+03>-3, 2026-11-21T07:20:05Z",
        "GMT0, 2026-11-21T10:20:05Z"
    })
    void localTimeIsReadByItsZone(String zone, Instant expected) throws MalformedXmlException {
        var escaped = zone.replace("<", "&lt;").replace(">", "&gt;");

        assertThat(read("<TimeZone><TZ>" + escaped + "</TZ></TimeZone>" + moment("LocalDateTime", 10)))
                .contains(expected);
    }

    @Test
    void whatIsNoTimeIsNone() throws MalformedXmlException {
        assertThat(read("")).isEmpty();
        assertThat(read(moment("UTCDateTime", 25))).isEmpty();
        assertThat(read("<UTCDateTime><Time/></UTCDateTime>")).isEmpty();
        assertThat(read("<TimeZone><TZ>???</TZ></TimeZone>" + moment("LocalDateTime", 9)))
                .isEmpty();
    }
}
