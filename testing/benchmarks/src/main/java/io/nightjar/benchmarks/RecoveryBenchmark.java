// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Chromium;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.WallPage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** How soon a fault is seen in the page, and how soon the tile is live again once the camera is well. */
@Command(name = "recovery", description = "Time to notice a fault and to be live again, by kind of fault.")
final class RecoveryBenchmark implements Callable<Integer> {

    private static final String CAMERA = "garden";

    @Override
    public Integer call() {
        var results = new LinkedHashMap<String, Object>();
        try (var scratch = new Scratch();
                var house = House.up(scratch.folder(), Map.of("NIGHTJAR_ADMIN_PASSWORD", Scratch.PASSWORD), "--demo");
                var chromium = Chromium.open();
                var wall = WallPage.open(chromium, house.url()).signIn(Scratch.PASSWORD)) {
            for (String fault : List.of("refuse", "silent", "drop")) {
                results.put(fault, measure(house, wall, fault));
            }
        }
        var report = new Report();
        results.forEach(report::put);
        report.print();
        return 0;
    }

    private static Map<String, Object> measure(House house, WallPage wall, String fault) {
        wall.awaitFresh(CAMERA, "sub", Duration.ofSeconds(2), Duration.ofSeconds(30));
        long begun = System.nanoTime();
        house.demo().command(CAMERA, fault);
        if (!fault.equals("drop")) {
            Until.isTrue(Duration.ofSeconds(30), "the tile stops saying live", () -> !wall.fact(CAMERA, "sub", "state")
                    .orElse("live")
                    .equals("live"));
        }
        double detected = (System.nanoTime() - begun) / 1e6;
        long well = System.nanoTime();
        house.demo().command(CAMERA, "normal");
        wall.awaitFresh(CAMERA, "sub", Duration.ofSeconds(2), Duration.ofSeconds(30));
        return Map.of(
                "class", fault,
                "detect_ms", Math.round(detected),
                "live_again_ms", Math.round((System.nanoTime() - well) / 1e6));
    }
}
