// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.Packet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketQueueTest {

    private final PacketQueue queue = new PacketQueue(Packet::key, PacketQueue.USUAL);
    private long time;

    @Test
    void whileNobodyTakesItKeepsWhatCameSinceTheLastKeyFrame() throws Exception {
        offer(false, true, false, false, true, false);

        assertThat(take(2)).containsExactly(5L, 6L);
    }

    @Test
    void whenTheTakerIsLostItGoesOnFromTheLastKeyFrameLeft() throws Exception {
        queue.flowing();
        offer(true, false, false, true, false);
        assertThat(take(2)).containsExactly(1L, 2L);

        queue.held();

        assertThat(take(2)).containsExactly(4L, 5L);
    }

    @Test
    void withoutAKeyFrameLeftItWaitsForTheNext() throws Exception {
        queue.flowing();
        offer(true, false);
        take(1);
        queue.held();
        offer(false, false, true);

        assertThat(take(1)).containsExactly(5L);
        assertThat(queue.dropped()).isEqualTo(3);
    }

    @Test
    void aFullQueueBeginsAnewAtAKeyFrameAndNeverBlocks() throws Exception {
        queue.flowing();
        offer(true);
        for (int count = 0; count < 2_500; count++) {
            offer(false);
        }
        offer(true, false);

        assertThat(take(2)).containsExactly(2_502L, 2_503L);
    }

    @Test
    void closingWakesWhoWaits() throws Exception {
        var taker = new Thread(() -> {
            try {
                assertThat(queue.take()).isEmpty();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        taker.start();
        queue.close();
        taker.join(2_000);
        assertThat(taker.isAlive()).isFalse();
    }

    private void offer(boolean... keys) {
        for (boolean key : keys) {
            time++;
            queue.offer(new Packet(0, time, time, 1, key, ByteBuffer.wrap(new byte[10])));
        }
    }

    private List<Long> take(int count) throws InterruptedException {
        var times = new ArrayList<Long>();
        for (int taken = 0; taken < count; taken++) {
            times.add(queue.take().orElseThrow().ptsMicros());
        }
        return times;
    }
}
