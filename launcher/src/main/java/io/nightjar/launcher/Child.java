// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process, kept running until it is told to stop. All its state changes on the supervisor's thread.
 *
 * <p>The process ignores Ctrl-C, which a terminal sends to the whole group, so that stopping has one order; and it
 * ends when its standard input does, so that it cannot outlive a launcher that was killed.
 */
final class Child {

    private static final long MAX_LOG_BYTES = 20L << 20;

    /** What a shell reports for a command that cannot be run. */
    private static final int COULD_NOT_START = 126;

    private final ChildSpec spec;
    private final ScheduledExecutorService thread;
    private final Clock clock;
    private final Announcer announcer;
    private @Nullable Process process;
    private Instant started = Instant.EPOCH;
    private int inARow;
    private int restarts;
    private boolean wanted;

    /** Told whenever the list of running processes changes. */
    interface Announcer {
        void changed();

        void died(ChildSpec child, int exitCode, int inARow, Duration next);
    }

    Child(ChildSpec spec, ScheduledExecutorService thread, Clock clock, Announcer announcer) {
        this.spec = spec;
        this.thread = thread;
        this.clock = clock;
        this.announcer = announcer;
    }

    ChildSpec spec() {
        return spec;
    }

    int restarts() {
        return restarts;
    }

    Instant started() {
        return started;
    }

    @Nullable
    Process process() {
        return process;
    }

    void start() {
        wanted = true;
        spawn();
    }

    /** Asks the process to end, and completes when it has; after {@code patience} it is killed. */
    CompletableFuture<Void> stop(Duration patience) {
        wanted = false;
        var running = process;
        if (running == null || !running.isAlive()) {
            return CompletableFuture.completedFuture(null);
        }
        running.destroy();
        var unused = thread.schedule(running::destroyForcibly, patience.toMillis(), TimeUnit.MILLISECONDS);
        return running.onExit().thenAccept(ended -> {});
    }

    private void spawn() {
        if (!wanted) {
            return;
        }
        try {
            keepLogSmall();
            var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
            command.addAll(spec.command());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            var running = builder.start();
            process = running;
            started = clock.instant();
            announcer.changed();
            var unused = running.onExit().thenAcceptAsync(this::ended, thread);
        } catch (IOException failure) {
            // Out of memory or of process slots: as passing as a crash, so it is treated like one.
            startAgain(COULD_NOT_START);
        }
    }

    private void ended(Process gone) {
        if (!wanted || gone != process) {
            announcer.changed();
            return;
        }
        startAgain(gone.exitValue());
    }

    private void startAgain(int exitCode) {
        inARow = RestartPolicy.inARow(inARow, Duration.between(started, clock.instant()));
        restarts++;
        var delay = RestartPolicy.delay(inARow);
        announcer.died(spec, exitCode, inARow, delay);
        announcer.changed();
        var unused = thread.schedule(this::spawn, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void keepLogSmall() throws IOException {
        if (Files.exists(spec.log()) && Files.size(spec.log()) > MAX_LOG_BYTES) {
            Files.move(
                    spec.log(),
                    spec.log().resolveSibling(spec.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
