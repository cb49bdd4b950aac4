// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.srt.InOrder.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

    private static final long PATIENCE = 100;
    private static final int LAST = 0x7fff_ffff;

    @Test
    void aGapIsToldOnceAndHoldsBackWhatIsBehindIt() {
        var packets = new InOrder(5, PATIENCE);
        assertThat(packets.put(5, bytes(5), 0)).isEmpty();
        assertThat(packets.put(8, bytes(8), 1)).contains(new Gap(6, 7));
        assertThat(packets.put(9, bytes(9), 2)).isEmpty();

        assertThat(all(packets, 50)).containsExactly(5);
        assertThat(packets.awaited()).isEqualTo(6);
        assertThat(packets.missing()).containsExactly(new Gap(6, 7));

        packets.put(6, bytes(6), 60);
        assertThat(packets.missing()).containsExactly(new Gap(7, 7));
        packets.put(7, bytes(7), 61);
        assertThat(all(packets, 62)).containsExactly(6, 7, 8, 9);
        assertThat(packets.missing()).isEmpty();
    }

    @Test
    void whatDoesNotComeIsLeftOutAfterAWhile() {
        var packets = new InOrder(0, PATIENCE);
        packets.put(3, bytes(3), 10);
        assertThat(all(packets, 109)).isEmpty();
        assertThat(all(packets, 110)).containsExactly(3);
        assertThat(packets.put(1, bytes(1), 111)).isEmpty();
        assertThat(all(packets, 500)).as("too late").isEmpty();
    }

    @Test
    void whatTheCameraGaveUpIsNotWaitedFor() {
        var packets = new InOrder(0, PATIENCE);
        packets.put(4, bytes(4), 0);
        packets.dropped(0, 3);
        assertThat(all(packets, 1)).containsExactly(4);
        packets.dropped(0, 3);
        packets.dropped(5, 6);
        assertThat(packets.awaited()).isEqualTo(7);
    }

    @Test
    void numbersBeginAnew() {
        var packets = new InOrder(LAST - 1, PATIENCE);
        packets.put(LAST - 1, bytes(1), 0);
        assertThat(packets.put(1, bytes(4), 0)).contains(new Gap(LAST, 0));
        packets.put(0, bytes(3), 0);
        packets.put(LAST, bytes(2), 0);
        assertThat(all(packets, 0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aLeapForwardBeginsAnewInsteadOfFillingMemory() {
        var packets = new InOrder(0, PATIENCE);
        packets.put(2, bytes(2), 0);
        assertThat(packets.put(InOrder.ROOM + 1, bytes(7), 0)).isEmpty();
        assertThat(packets.room()).isEqualTo(InOrder.ROOM - 1);
        assertThat(all(packets, 0)).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyShuffleComesOutInOrder(long seed) {
        var random = new Random(seed);
        var sent = new ArrayList<Integer>();
        for (int number = 0; number < 200; number++) {
            sent.add(number);
            if (random.nextInt(5) == 0) {
                sent.add(number);
            }
        }
        for (int at = 0; at + 8 <= sent.size(); at += 8) {
            Collections.shuffle(sent.subList(at, at + 8), random);
        }
        var packets = new InOrder(0, PATIENCE);
        var got = new ArrayList<Integer>();
        for (int number : sent) {
            packets.put(number, bytes(number), 0);
            got.addAll(all(packets, 0));
        }
        assertThat(got).hasSize(200).isSorted();
    }

    private static List<Integer> all(InOrder packets, long now) {
        var numbers = new ArrayList<Integer>();
        for (var next = packets.poll(now); next.isPresent(); next = packets.poll(now)) {
            numbers.add(next.get()[0] & 0xff);
        }
        return numbers;
    }

    private static byte[] bytes(int number) {
        return new byte[] {(byte) number};
    }
}
