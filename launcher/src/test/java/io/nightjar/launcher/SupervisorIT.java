// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: shells that do little. */
class SupervisorIT {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicInteger hopeless = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Supervisor supervisor;
    private boolean stopped;

    @AfterEach
    void stop() {
        if (supervisor != null && !stopped) {
            supervisor.stop();
        }
    }

    private Supervisor supervisor() {
        supervisor = new Supervisor(
                new ProcessesFile(folder.resolve("processes.json"), "mesh", "http://127.0.0.1:1", Map.of("http", 1)),
                new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8)),
                Clock.systemUTC(),
                hopeless::incrementAndGet);
        return supervisor;
    }

    private ChildSpec child(String name, String script) {
        return new ChildSpec(
                name, ChildSpec.SERVICE, List.of("/bin/sh", "-c", script), Map.of(), folder.resolve(name + ".log"), 0);
    }

    private List<ProcessHandle> running() {
        return ProcessesFile.leftovers(folder.resolve("processes.json"));
    }

    @Test
    void aKilledProcessIsStartedAgainAndSaid() {
        supervisor().start(List.of(child("one", "exec tail -f /dev/null")));
        await().atMost(PATIENCE).until(() -> running().size() == 1);
        var first = running().getFirst();
        first.destroyForcibly();
        await().atMost(PATIENCE).until(() -> running().stream().anyMatch(now -> now.pid() != first.pid()));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("one ended unexpectedly (exit code 137)", "0.5 s");
    }

    @Test
    void stoppingEndsEvenAProcessThatIgnoresIt() {
        supervisor().start(List.of(child("stubborn", "trap '' TERM; while :; do sleep 0.1; done")));
        await().atMost(PATIENCE).until(() -> running().size() == 1);
        var process = running().getFirst();
        long begun = System.nanoTime();
        supervisor.stop();
        stopped = true;
        assertThat(process.isAlive()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        assertThat(folder.resolve("processes.json")).doesNotExist();
    }

    @Test
    void ctrlCIsLeftToTheLauncher() throws IOException, InterruptedException {
        supervisor().start(List.of(child("deaf", "exec tail -f /dev/null")));
        await().atMost(PATIENCE).until(() -> running().size() == 1);
        var process = running().getFirst();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        new ProcessBuilder("kill", "-0", Long.toString(process.pid())).start().waitFor();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aNewListStartsWhatIsNewAndStopsWhatIsGone() {
        supervisor().start(List.of());
        supervisor.reconcile(Plan.INGEST, List.of(child("ingest-a", "exec tail -f /dev/null")));
        await().atMost(PATIENCE).until(() -> running().size() == 1);
        var first = running().getFirst();
        supervisor.reconcile(Plan.INGEST, List.of(child("ingest-b", "exec tail -f /dev/null")));
        await().atMost(PATIENCE).until(() -> !first.isAlive() && running().size() == 1);
        assertThat(running().getFirst().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void aProcessThatCannotStartIsReportedAsHopelessButTriedOn() {
        supervisor().start(List.of(child("broken", "exit 3")));
        await().atMost(PATIENCE).until(() -> hopeless.get() >= 1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("exit code 3");
    }

    @Test
    void everythingAProcessPrintsGoesToItsLog() throws IOException {
        supervisor().start(List.of(child("chatty", "seq 1 200000; echo done >&2; exec tail -f /dev/null")));
        var log = folder.resolve("chatty.log");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Files.exists(log) && Files.readString(log).endsWith("done\n"));
    }
}
