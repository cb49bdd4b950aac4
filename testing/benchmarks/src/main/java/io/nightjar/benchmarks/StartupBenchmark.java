// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Chromium;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.WallPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From built jars to four live tiles in a running browser, and what that costs in memory. */
@Command(name = "startup", description = "Time to the ready line and to the fourth live tile; memory after a while.")
final class StartupBenchmark implements Callable<Integer> {

    private static final List<String> CAMERAS = List.of("driveway", "garden", "warehouse", "harbour");

    @Option(names = "--mesh", description = "Measure the mesh instead of one process.")
    boolean mesh;

    @Option(
            names = "--minutes",
            description = "How long four viewers watch before memory is read; default: ${DEFAULT-VALUE}.")
    int minutes = 1;

    @Override
    public Integer call() {
        var report = new Report().put("mode", mesh ? "mesh" : "standalone");
        try (var scratch = new Scratch();
                var chromium = Chromium.open()) {
            long begun = System.nanoTime();
            try (var house = House.up(
                    scratch.folder(),
                    Map.of("NIGHTJAR_ADMIN_PASSWORD", Scratch.PASSWORD),
                    mesh ? new String[] {"--demo", "--mesh"} : new String[] {"--demo"})) {
                report.put("ready_ms", since(begun));
                try (var wall = WallPage.open(chromium, house.url()).signIn(Scratch.PASSWORD)) {
                    for (String camera : CAMERAS) {
                        wall.awaitFresh(camera, "sub", Duration.ofSeconds(3), Duration.ofSeconds(60));
                    }
                    report.put("live_ms", since(begun));
                    watch(wall);
                    report.put("minutes", minutes).put("rss_mb", resident(house));
                }
            }
        }
        report.print();
        return 0;
    }

    private void watch(WallPage wall) {
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Until.isTrue(Duration.ofMinutes(minutes + 1L), "watching", () -> {
            wall.awaitFresh("garden", "sub", Duration.ofSeconds(3), Duration.ofSeconds(20));
            return System.nanoTime() > end;
        });
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Of everything but the simulated cameras, which stand for other people's hardware. */
    private static long resident(House house) {
        long kilobytes = residentOf(house.launch().handle().pid());
        for (var process : house.processes().path("processes")) {
            if (!process.path("name").asText().equals("demo")) {
                kilobytes += residentOf(process.path("pid").asLong());
            }
        }
        return kilobytes / 1024;
    }

    private static long residentOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
