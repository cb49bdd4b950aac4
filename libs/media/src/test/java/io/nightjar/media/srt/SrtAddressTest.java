// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrtAddressTest {

    @Test
    void everyWordIsReadAndNoneIsShown() throws Exception {
        var address = SrtAddress.parse(
                "srt://10.0.0.5:9000?mode=caller&passphrase=canary%20%26%2B+staple&streamid=%23!::u=canary&latency=250000");

        assertThat(address.host()).isEqualTo("10.0.0.5");
        assertThat(address.port()).isEqualTo(9000);
        assertThat(address.passphrase()).isEqualTo(Optional.of("canary &++staple"));
        assertThat(address.streamId()).isEqualTo("#!::u=canary");
        assertThat(address.latency()).isEqualTo(Duration.ofMillis(250));
        assertThat(address).hasToString("srt://10.0.0.5:9000");
    }

    @Test
    void whatIsLeftOutIsUsual() throws Exception {
        var address = SrtAddress.parse("srt://[fd00::1]:9000");

        assertThat(address.socketAddress().getAddress().getHostAddress()).isEqualTo("fd00:0:0:0:0:0:0:1");
        assertThat(address.passphrase()).isEmpty();
        assertThat(address.streamId()).isEmpty();
        assertThat(address.latency()).isEqualTo(Duration.ofMillis(120));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "srt://10.0.0.5 -> a host and a port",
                "srt://10.0.0.5:9000?mode=listener -> set the camera to wait as a listener",
                "srt://10.0.0.5:9000?passphrase=canary -> 10 to 79 characters",
                "srt://10.0.0.5:9000?latency=canary -> a number of microseconds",
            })
    void whatCannotBeIsSaid(String url, String sentence) {
        assertThatThrownBy(() -> SrtAddress.parse(url))
                .isInstanceOfSatisfying(
                        SrtException.class, wrong -> assertThat(wrong.kind()).isEqualTo(ErrorKind.CONFIG))
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("canary");
    }
}
