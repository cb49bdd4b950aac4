// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.media.Packet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    void whileTheTakerHasNothingToDoPacketsGoPastItAndInOrder() throws Exception {
        var past = new ArrayList<Long>();
        var open = new AtomicBoolean(true);
        var shortened = new PacketQueue(Packet::key, PacketQueue.USUAL, packet -> {
            if (open.get()) {
                past.add(packet.ptsMicros());
            }
            return open.get();
        });
        var taken = new LinkedBlockingQueue<Long>();
        var taker = Thread.ofVirtual().start(() -> takeAll(shortened, taken));
        await().until(() -> taker.getState() == Thread.State.WAITING);

        shortened.offer(packet(1, true));
        shortened.offer(packet(2, false));
        open.set(false);
        shortened.offer(packet(3, false));

        assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(past).containsExactly(1L, 2L);
        shortened.close();
        taker.join();
    }

    private static Packet packet(long time, boolean key) {
        return new Packet(0, time, time, 1, key, ByteBuffer.wrap(new byte[10]));
    }

    private static void takeAll(PacketQueue from, Queue<Long> to) {
        try {
            for (var packet = from.take(); packet.isPresent(); packet = from.take()) {
                to.add(packet.get().ptsMicros());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
        taker.join(15_000);
        assertThat(taker.isAlive()).isFalse();
    }

    private void offer(boolean... keys) {
        for (boolean key : keys) {
            time++;
            queue.offer(packet(time, key));
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
