// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Chromium;
import io.nightjar.house.DemoControl;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.VendorCameras;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How soon a head obeys: from an order at the API to the camera's answer, without the time that the simulated camera itself
 * took for it; and from letting go in a browser to the stop.
 */
@Command(name = "ptz", description = "Order to the camera's answer by driver, and release in a browser to the stop.")
final class PtzBenchmark implements Callable<Integer> {

    /** Orders of each head before the first that counts: processes run for months, and their compiler needs a while. */
    private static final int WARM_UP = 500;

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
                warmUp(client, head);
            }
            for (var head : HEADS) {
                report.put(head, measure(client, cameras.control(), head));
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

    private static void warmUp(HeadClient client, String head) {
        Until.isTrue(START, head + " moves", () -> client.move(head, 0.1).isPresent());
        for (int turn = 0; turn < WARM_UP; turn++) {
            client.move(head, way(turn));
            client.stop(head);
        }
    }

    /** To and fro, so that no head comes to its end. */
    private static double way(int turn) {
        return turn % 2 == 0 ? 0.4 : -0.4;
    }

    private Map<String, Object> measure(HeadClient client, DemoControl cameras, String head) {
        var moves = new ArrayList<Double>();
        var stops = new ArrayList<Double>();
        var camerasOwn = new ArrayList<Double>();
        var drivers = new HashSet<String>();
        for (int turn = 0; turn < orders; turn++) {
            double way = way(turn);
            var move = timed(
                    cameras, head, () -> drivers.add(client.move(head, way).orElseThrow()));
            var stop = timed(cameras, head, () -> client.stop(head));
            moves.add(move.ours());
            stops.add(stop.ours());
            camerasOwn.add(move.cameras());
        }
        var figures = figures(String.join(", ", drivers), moves);
        figures.put("stop_p95_ms", rounded(Percentiles.of(stops).at(95)));
        figures.put("camera_p50_ms", rounded(Percentiles.of(camerasOwn).at(50)));
        return figures;
    }

    /** Milliseconds of one order: without those that the camera took, and those. */
    private record Took(double ours, double cameras) {}

    private static Took timed(DemoControl cameras, String head, Runnable order) {
        var before = cameras.answering(head);
        long begun = System.nanoTime();
        order.run();
        double altogether = (System.nanoTime() - begun) / 1e6;
        double own = cameras.answering(head).minus(before).toNanos() / 1e6;
        return new Took(altogether - own, own);
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private static Map<String, Object> figures(String driver, List<Double> took) {
        var sorted = Percentiles.of(took);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("driver", driver);
        figures.put("p50_ms", rounded(sorted.at(50)));
        figures.put("p95_ms", rounded(sorted.at(95)));
        figures.put("max_ms", rounded(sorted.at(100)));
        return figures;
    }
}
