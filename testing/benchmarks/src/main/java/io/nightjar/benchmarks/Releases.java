// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Chromium;
import io.nightjar.house.HeadView;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import io.nightjar.house.WallPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Presses and lets go of the pad of a tile, and looks when the camera was told to stop. */
final class Releases {

    private static final String CAMERA = "garden";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The clock of the browser and that of the simulated camera are the same one. */
    private static final String WATCH_RELEASES = """
            window.releasedAt = 0;
            addEventListener('pointerup', (event) => (window.releasedAt = performance.timeOrigin + event.timeStamp), true);
            """;

    private final House house;
    private final Chromium chromium;
    private final String player;

    Releases(House house, Chromium chromium, String player) {
        this.house = house;
        this.chromium = chromium;
        this.player = player;
    }

    /** Milliseconds from each release to the stop. */
    List<Double> measure(int count) {
        var took = new ArrayList<Double>();
        try (var wall = WallPage.open(chromium, house.url(), List.of(player)).signIn(Scratch.PASSWORD)) {
            wall.awaitFresh(CAMERA, "sub", Duration.ofSeconds(3), PATIENCE);
            var tile = wall.page().locator("nj-tile[data-camera='" + CAMERA + "']");
            tile.hover();
            var disc = tile.locator("nj-pad .disc");
            disc.waitFor();
            var at = disc.boundingBox();
            wall.page().evaluate(WATCH_RELEASES);
            for (int turn = 0; turn < count; turn++) {
                house.demo().forgetCommands(CAMERA);
                wall.page().mouse().move(at.x + at.width * (turn % 2 == 0 ? 0.08 : 0.92), at.y + at.height / 2);
                wall.page().mouse().down();
                Until.isTrue(PATIENCE, "the head turns", () -> house.demo()
                        .head(CAMERA)
                        .moving());
                wall.page().mouse().up();
                var stop = Until.present(PATIENCE, "the head is told to stop", this::stop);
                long released = ((Number) wall.page().evaluate("window.releasedAt")).longValue();
                took.add((double) Duration.between(Instant.ofEpochMilli(released), stop.at())
                        .toMillis());
            }
        }
        return took;
    }

    private Optional<HeadView.Order> stop() {
        return Optional.of(house.demo().head(CAMERA))
                .filter(head -> !head.moving())
                .flatMap(HeadView::stopAfterTheLastMove);
    }
}
