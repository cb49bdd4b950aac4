// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Clears away what a killed launcher left: its children end by themselves, and are helped after a while. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private Leftovers() {}

    static void clear(Path processesFile, Terminal terminal) {
        var left = ProcessesFile.leftovers(processesFile);
        if (left.isEmpty()) {
            return;
        }
        terminal.say("Waiting for " + left.size() + " processes of the last run to end.");
        var ends =
                CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            ends.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            left.forEach(ProcessHandle::destroyForcibly);
            ends.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
