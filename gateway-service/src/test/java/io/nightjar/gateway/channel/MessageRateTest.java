// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageRateTest {
    private long nanos;
    private final MessageRate rate = new MessageRate(() -> nanos);

    private long allowed(int messages) {
        return IntStream.range(0, messages).filter(each -> rate.allows()).count();
    }

    @Test
    void fiftyGoThroughAndThenAsManyAsTimePasses() {
        assertThat(allowed(200)).isEqualTo(50);
        nanos += 100_000_000L;
        assertThat(allowed(200)).isEqualTo(5);
        nanos += 60_000_000_000L;
        assertThat(allowed(200)).isEqualTo(50);
    }
}
