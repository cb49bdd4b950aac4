// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Chromium;
import io.nightjar.house.House;
import io.nightjar.house.WallPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Glass to glass: from the clock painted into a picture to its first presentation in a browser, one tile among four. */
@Command(name = "latency", description = "Glass-to-glass latency and time to the first frame, per player.")
final class LatencyBenchmark implements Callable<Integer> {

    private static final String CAMERA = "harbour";

    @Option(names = "--frames", description = "Frames to judge, per player; default: ${DEFAULT-VALUE}.")
    int frames = 600;

    @Option(names = "--mesh", description = "Measure the mesh instead of one process.")
    boolean mesh;

    @Override
    public Integer call() {
        var report = new Report().put("engine", "embedded").put("frames", frames);
        try (var scratch = new Scratch();
                var house = House.up(
                        scratch.folder(),
                        Map.of("NIGHTJAR_ADMIN_PASSWORD", Scratch.PASSWORD),
                        mesh ? new String[] {"--demo", "--mesh"} : new String[] {"--demo"});
                var chromium = Chromium.open()) {
            measure(house, chromium, "whep", "whep", report);
            measure(house, chromium, "hls", "llhls", report);
            measure(house, chromium, "mjpeg", "mjpeg", report);
        }
        report.print();
        return 0;
    }

    private void measure(House house, Chromium chromium, String player, String name, Report report) {
        // The first page makes every stream warm; the second is the one that is judged.
        try (var warm = WallPage.open(chromium, house.url(), List.of(player)).signIn(Scratch.PASSWORD)) {
            warm.awaitFresh(CAMERA, "sub", Duration.ofSeconds(4), Duration.ofSeconds(40));
        }
        try (var wall = WallPage.open(chromium, house.url(), List.of(player)).signIn(Scratch.PASSWORD)) {
            wall.awaitFresh(CAMERA, "sub", Duration.ofSeconds(4), Duration.ofSeconds(40));
            var firstFrame = wall.fact(CAMERA, "sub", "firstFrameMs")
                    .map(Double::valueOf)
                    .orElse(Double.NaN);
            var ages = Presentations.measure(wall, CAMERA, "sub", frames);
            report.put(name + "_p50_ms", ages.at(50))
                    .put(name + "_p95_ms", ages.at(95))
                    .put(name + "_first_frame_ms", firstFrame);
        }
    }
}
