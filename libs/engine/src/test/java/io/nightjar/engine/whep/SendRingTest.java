// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendRingTest {

    private static final long MILLI = 1_000_000;

    private final SendRing ring = new SendRing();

    @Test
    void theLastSecondCanBeSentAgain() {
        for (int sequence = 65_000; sequence < 65_000 + 900; sequence++) {
            ring.room(sequence & 0xffff, (sequence - 65_000) * MILLI).append(new byte[] {(byte) sequence}, 1);
        }
        for (int sequence = 65_000; sequence < 65_000 + 900; sequence++) {
            assertThat(ring.again(sequence & 0xffff, 950 * MILLI).getBuffer()[0])
                    .isEqualTo((byte) sequence);
        }
        assertThat(ring.again(64_999, 950 * MILLI)).isNull();
        assertThat(ring.again(65_000 + 900 & 0xffff, 950 * MILLI)).isNull();
    }

    @Test
    void aSlowStreamForgetsWhatIsLongGone() {
        for (int sequence = 0; sequence < 200; sequence++) {
            ring.room(sequence, sequence * 100 * MILLI).append(new byte[] {1}, 1);
        }
        assertThat(ring.again(135, 30_000 * MILLI)).isNull();
        assertThat(ring.again(136, 30_000 * MILLI)).isNotNull();
    }

    @Test
    void aFastStreamKeepsItsThousandNewest() {
        for (int sequence = 0; sequence < 5000; sequence++) {
            ring.room(sequence, sequence * 1000).append(new byte[] {1}, 1);
        }
        assertThat(ring.again(5000 - 1025, 100 * MILLI)).isNull();
        assertThat(ring.again(5000 - 1024, 100 * MILLI)).isNotNull();
    }

    @Test
    void aPacketOnItsWayIsNotSentAgainAtOnce() {
        ring.room(5, 100 * MILLI).append(new byte[] {1}, 1);
        assertThat(ring.again(5, 105 * MILLI)).isNull();
        assertThat(ring.again(5, 111 * MILLI)).isNotNull();
        assertThat(ring.again(5, 112 * MILLI)).isNull();
        assertThat(ring.again(5, 122 * MILLI)).isNotNull();
    }
}
