// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    @Test
    void waitsGrowAndThenStay() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(RestartPolicy::delay))
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
    }

    @Test
    void aProcessThatRanLongEnoughBeginsAtTheShortestWaitAgain() {
        assertThat(RestartPolicy.inARow(3, Duration.ofSeconds(29))).isEqualTo(4);
        assertThat(RestartPolicy.inARow(3, Duration.ofSeconds(30))).isEqualTo(1);
    }
}
