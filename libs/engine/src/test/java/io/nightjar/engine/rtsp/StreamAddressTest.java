// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAddressTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://h:8554/gate/main, '', ",
        "rtsp://h:8554/gate/main/, '', ",
        "rtsp://h/gate/main/trackID=1, trackID=1, ",
        "rtsp://h/gate/main/trackID=1/, trackID=1, ",
        "rtsp://u:p@h/gate/main?token=abc, '', abc",
        "rtsp://h/gate/main?token=abc/, '', abc",
        "rtsp://h/gate/main?x=1&token=a%2Bb/trackID=0, trackID=0, a+b",
        "rtsp://h/gate/main/trackID=0?token=abc, trackID=0, abc",
        "/gate/main/streamid=0, streamid=0, "
    })
    void everyClientsWayOfWritingIsRead(String uri, String control, String token) {
        var address = StreamAddress.parse(uri).orElseThrow();

        assertThat(address.stream()).isEqualTo(RtspFixture.GATE);
        assertThat(address.control()).isEqualTo(control);
        assertThat(address.token()).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "rtsp://h", "rtsp://h/", "rtsp://h/gate", "rtsp://h/gate/big", "rtsp://h/../main"})
    void whatNamesNoStreamIsNone(String uri) {
        assertThat(StreamAddress.parse(uri)).isEmpty();
    }

    @Test
    void theTextFormHidesTheToken() {
        assertThat(StreamAddress.parse("rtsp://h/gate/main?token=abc").orElseThrow())
                .hasToString("gate/main");
    }
}
