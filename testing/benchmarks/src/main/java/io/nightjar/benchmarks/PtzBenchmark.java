// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Chromium;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.VendorCameras;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon a head obeys: from an order at the API to the camera's answer, and from letting go in a browser to the stop. */
@Command(name = "ptz", description = "Order to the camera's answer by driver, and release in a browser to the stop.")
final class PtzBenchmark implements Callable<Integer> {

    private static final int WARM_UP = 20;
    private static final Duration START = Duration.ofSeconds(60);

    /** Simulated heads by the language they speak; each answers at once. */
    private static final List<String> HEADS = List.of("onvif", "amcrest", "reolink", "unifi");

    @Option(names = "--orders", description = "Moves and stops of each head; default: ${DEFAULT-VALUE}.")
    int orders = 200;

    @Option(names = "--releases", description = "Releases in the browser; default: ${DEFAULT-VALUE}.")
    int releases = 200;

    @Override
    public Integer call() {
        var report = new Report();
        try (var scratch = new Scratch();
                var cameras = VendorCameras.start(scratch.folder());
                var house = House.up(
                        scratch.folder().resolve("home"),
                        Map.of("NIGHTJAR_ADMIN_PASSWORD", Scratch.PASSWORD),
                        "--cameras",
                        cameras.camerasFile().toString());
                var client = HeadClient.signIn(house.url(), Scratch.PASSWORD)) {
            for (var head : HEADS) {
                report.put(head, measure(client, head));
            }
        }
        try (var scratch = new Scratch();
                var house = House.up(scratch.folder(), Map.of("NIGHTJAR_ADMIN_PASSWORD", Scratch.PASSWORD), "--demo");
                var chromium = Chromium.open()) {
            for (var player : List.of("webrtc", "mjpeg")) {
                var took = new Releases(house, chromium, player).measure(releases);
                report.put("release_" + player, figures(player, took));
            }
        }
        report.print();
        return 0;
    }

    private Map<String, Object> measure(HeadClient client, String head) {
        Until.isTrue(START, head + " moves", () -> client.move(head, 0.1).isPresent());
        var moves = new ArrayList<Double>();
        var stops = new ArrayList<Double>();
        var driver = "";
        for (int turn = 0; turn < WARM_UP + orders; turn++) {
            long begun = System.nanoTime();
            driver = client.move(head, turn % 2 == 0 ? 0.4 : -0.4).orElseThrow();
            double moved = (System.nanoTime() - begun) / 1e6;
            begun = System.nanoTime();
            client.stop(head);
            double stopped = (System.nanoTime() - begun) / 1e6;
            if (turn >= WARM_UP) {
                moves.add(moved);
                stops.add(stopped);
            }
        }
        var figures = figures(driver, moves);
        figures.put("stop_p95_ms", Math.round(Percentiles.of(stops).at(95) * 10) / 10.0);
        return figures;
    }

    private static Map<String, Object> figures(String driver, List<Double> took) {
        var sorted = Percentiles.of(took);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("driver", driver);
        figures.put("p50_ms", Math.round(sorted.at(50) * 10) / 10.0);
        figures.put("p95_ms", Math.round(sorted.at(95) * 10) / 10.0);
        figures.put("max_ms", Math.round(sorted.at(100) * 10) / 10.0);
        return figures;
    }
}
