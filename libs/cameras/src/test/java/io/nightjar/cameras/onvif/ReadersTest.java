// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

    @ParameterizedTest
    @CsvSource({
        "tns1:RuleEngine/CellMotionDetector/Motion, RuleEngine/CellMotionDetector/Motion",
        "' tns1:RuleEngine/CellMotionDetector/Motion//. ', RuleEngine/CellMotionDetector/Motion",
        "tns1:RuleEngine/tnsaxis:Vmd3/vmd3:areaone, RuleEngine/Vmd3/areaone"
    })
    void topicsAreReadWithoutPrefixesAndStrayEnds(String given, String expected) {
        assertThat(EventReader.topic(given)).isEqualTo(expected);
    }

    @Test
    void timesThatDoNotExistAreNone() {
        assertThat(EventReader.time("0000-00-00T00:00:00Z")).isEmpty();
        assertThat(EventReader.time("2026-11-21T02:20:00Z")).contains(Instant.parse("2026-11-21T02:20:00Z"));
        assertThat(EventReader.time("2026-11-21T02:20:00.5+08:00")).contains(Instant.parse("2026-11-20T18:20:00.5Z"));
        assertThat(EventReader.time("2026-11-21T02:20:00")).contains(Instant.parse("2026-11-21T02:20:00Z"));
    }

    @Test
    void durationsAreReadAsTheSchemaHasThem() {
        assertThat(Durations.read("PT10S")).contains(Duration.ofSeconds(10));
        assertThat(Durations.read("P0Y0M0DT0H0M10.500S")).contains(Duration.ofMillis(10_500));
        assertThat(Durations.read("P1DT1H")).contains(Duration.ofHours(25));
        assertThat(Durations.read("-PT1M")).contains(Duration.ofMinutes(-1));
        assertThat(Durations.read("P")).contains(Duration.ZERO);
        assertThat(Durations.read("10 seconds")).isEmpty();
        assertThat(Durations.read("PT99999999999999999999S")).isEmpty();
    }

    @Test
    void encodingsAreReadHoweverTheyAreWritten() {
        assertThat(VideoEncoding.parse("h.265")).isEqualTo(VideoEncoding.H265);
        assertThat(VideoEncoding.parse("HEVC")).isEqualTo(VideoEncoding.H265);
        assertThat(VideoEncoding.parse("MPV4-ES")).isEqualTo(VideoEncoding.MPEG4);
        assertThat(VideoEncoding.parse("AV9")).isEqualTo(VideoEncoding.UNKNOWN);
    }

    @Test
    void aFaultKeepsItsCodesAndAReadableReason() throws MalformedXmlException {
        var fault = SoapFault.read(XmlReader.read(("<s:Fault xmlns:s=\"" + Namespaces.ENVELOPE
                        + "\"><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:InvalidArgVal</s:Value>"
                        + "<s:Subcode><s:Value> ter:NoToken </s:Value></s:Subcode></s:Subcode></s:Code><s:Reason>"
                        + "<s:Text>no\n such\u0007 token</s:Text></s:Reason></s:Fault>")
                .getBytes(UTF_8)));

        assertThat(fault.codes()).containsExactly("Sender", "InvalidArgVal", "NoToken");
        assertThat(fault.reason()).startsWith("no such").endsWith("token");
        assertThat(fault.notAuthorized()).isFalse();
    }
}
