// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Keeps a set of processes running, and stops them in order. One thread decides everything. */
final class Supervisor implements Child.Announcer {

    /** Ctrl-C has 5 s for everything: whoever does not end in time is killed, the broker last. */
    private static final Duration SERVICES_PATIENCE = Duration.ofMillis(2500);

    private static final Duration BROKER_PATIENCE = Duration.ofMillis(1500);

    private static final int HOPELESS_AFTER = 3;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("supervisor").daemon().factory());
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final ProcessesFile file;
    private final Terminal terminal;
    private final Clock clock;
    private final Runnable hopeless;
    private boolean stopping;

    /** {@code hopeless} is told when a process has died {@link #HOPELESS_AFTER} times in a row. */
    Supervisor(ProcessesFile file, Terminal terminal, Clock clock, Runnable hopeless) {
        this.file = file;
        this.terminal = terminal;
        this.clock = clock;
        this.hopeless = hopeless;
    }

    void start(List<ChildSpec> specs) {
        onThread(() -> specs.forEach(this::add));
    }

    /** Starts what is new and stops what is gone among the children whose names begin with {@code prefix}. */
    void reconcile(String prefix, List<ChildSpec> wanted) {
        onThread(() -> {
            if (stopping) {
                return;
            }
            var names = wanted.stream().map(ChildSpec::name).collect(Collectors.toSet());
            var gone = children.values().stream()
                    .filter(child -> child.spec().name().startsWith(prefix)
                            && !names.contains(child.spec().name()))
                    .toList();
            for (var child : gone) {
                children.remove(child.spec().name());
                var unused = child.stop(SERVICES_PATIENCE);
            }
            wanted.stream().filter(spec -> !children.containsKey(spec.name())).forEach(this::add);
            changed();
        });
    }

    void stop() {
        onThread(() -> stopping = true);
        for (int stage : new int[] {ChildSpec.SERVICE, ChildSpec.MEDIA, ChildSpec.BROKER}) {
            var patience = stage == ChildSpec.BROKER ? BROKER_PATIENCE : SERVICES_PATIENCE;
            var ends = new ArrayList<CompletableFuture<Void>>();
            onThread(() -> children.values().stream()
                    .filter(child -> child.spec().stage() == stage)
                    .forEach(child -> ends.add(child.stop(patience))));
            await(CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)), patience.plusSeconds(1));
        }
        onThread(children::clear);
        file.delete();
        thread.shutdownNow();
    }

    @Override
    public void changed() {
        Collection<Child> running = stopping ? List.of() : children.values();
        if (!stopping) {
            file.write(running);
        }
    }

    @Override
    public void died(ChildSpec child, int exitCode, int inARow, Duration next) {
        terminal.say(child.name() + " ended unexpectedly (exit code " + exitCode + "); starting it again in "
                + next.toMillis() / 1000.0 + " s. Its log: " + child.log());
        if (inARow >= HOPELESS_AFTER && !child.name().startsWith(Plan.INGEST)) {
            hopeless.run();
        }
    }

    private void add(ChildSpec spec) {
        var child = new Child(spec, thread, clock, this);
        children.put(spec.name(), child);
        child.start();
    }

    private void onThread(Runnable task) {
        await(CompletableFuture.runAsync(task, thread), Duration.ofSeconds(10));
    }

    private static void await(CompletableFuture<Void> future, Duration patience) {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("A process did not end although it was killed", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
