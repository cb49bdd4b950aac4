// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpeningSlotsTest {

    private final OpeningSlots slots = new OpeningSlots(3, 2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger opening = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        release.countDown();
        for (var thread : threads) {
            thread.join(15_000);
        }
    }

    @Test
    void aBusyHostKeepsNobodyElseWaiting() {
        open("nvr", 5);
        await().until(() -> opening.get() == 2);

        open("gate", 1);
        await().until(() -> opening.get() == 3);
    }

    @Test
    void inAllNoMoreAreOpenedThanAllowedAndTheRestFollows() {
        for (var host : List.of("a", "b", "c", "d", "e")) {
            open(host, 1);
        }
        await().until(() -> opening.get() == 3);

        release.countDown();
        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThat(opening.get()).isZero();
    }

    private void open(String host, int times) {
        for (int count = 0; count < times; count++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    slots.inTurn(host, this::hold);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    private int hold() {
        opening.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return opening.decrementAndGet();
    }
}
