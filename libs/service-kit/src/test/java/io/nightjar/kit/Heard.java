// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.event.PtzStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Writes down what a listener hears about one camera. */
class Heard<E> implements Listener<E> {

    private final String camera;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Semaphore arrivals = new Semaphore(0);

    Heard(String camera) {
        this.camera = camera;
    }

    @Override
    public void onEvent(String key, E event) {
        if (key.equals(camera)) {
            note(event instanceof PtzStatus status ? "owner=" + status.owner() : event.toString());
        }
    }

    @Override
    public void onDeleted(String key) {
        if (key.equals(camera)) {
            note("deleted");
        }
    }

    @Override
    public void onCaughtUp() {
        note("caught up");
    }

    List<String> said() {
        return List.copyOf(said);
    }

    Set<Thread> threads() {
        return threads;
    }

    /** Waits until all this was heard, in this order; other things may have been heard in between. */
    void await(String... expected) {
        await(PATIENCE, expected);
    }

    void await(Duration patience, String... expected) {
        Awaitility.await().atMost(patience).untilAsserted(() -> assertThat(said).containsSubsequence(expected));
    }

    void awaitCount(int count) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(said).hasSize(count));
    }

    /** How long it takes from the action until the next event is heard. */
    long timeOne(Runnable action) {
        arrivals.drainPermits();
        long begun = System.nanoTime();
        action.run();
        try {
            assertThat(arrivals.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return System.nanoTime() - begun;
    }

    private void note(String what) {
        said.add(what);
        threads.add(Thread.currentThread());
        arrivals.release();
    }
}
