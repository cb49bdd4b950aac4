// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.nightjar.e2e.PtzPage.Means;
import io.nightjar.e2e.PtzPage.Place;
import io.nightjar.house.Chromium;
import io.nightjar.house.HeadView;
import io.nightjar.house.House;
import io.nightjar.house.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving a camera in a real browser: the picture follows, and letting go stops it, however one lets go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PtzE2E {

    private static final String PASSWORD = "night-watch-in-test";
    private static final String OTHERS_PASSWORD = "another-night-watch";
    private static final String CAMERA = "garden";
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** From letting go to the stop at the camera. */
    private static final Duration LATEST_STOP = Duration.ofMillis(400);

    private static final int RELEASES = 20;

    @TempDir
    static Path folder;

    private House house;
    private Chromium chromium;
    private Api api;

    @BeforeAll
    void start() {
        house = House.up(folder.resolve("home"), Map.of("NIGHTJAR_ADMIN_PASSWORD", PASSWORD), "--demo");
        chromium = Chromium.open();
        api = Api.signIn(house.url(), PASSWORD);
        for (var user : List.of("anna operator", "bruno operator", "vera viewer")) {
            var parts = user.split(" ");
            var body = "{\"role\":\"" + parts[1] + "\",\"password\":\"" + OTHERS_PASSWORD + "\"}";
            assertThat(api.send("PUT", "/api/users/" + parts[0], body).statusCode())
                    .isEqualTo(200);
        }
    }

    @AfterAll
    void stop() {
        api.close();
        chromium.close();
        house.close();
    }

    /** Everybody begins with a head that looks straight ahead, that nobody has. */
    @BeforeEach
    void lookAhead() {
        Until.isTrue(
                PATIENCE,
                "the head goes home",
                () -> api.post("/api/cameras/" + CAMERA + "/ptz/home", Map.of()).statusCode() == 200);
        Until.isTrue(PATIENCE, "the head looks ahead", () -> {
            var head = head();
            return !head.moving() && Math.abs(head.pan()) < 0.01;
        });
        api.send("DELETE", "/api/cameras/" + CAMERA + "/ptz/lease", null);
        house.demo().forgetCommands(CAMERA);
    }

    private PtzPage page(String user, String... players) {
        var password = user.equals("admin") ? PASSWORD : OTHERS_PASSWORD;
        return PtzPage.open(chromium, house.url(), user, password, List.of(players));
    }

    private HeadView head() {
        return house.demo().head(CAMERA);
    }

    private HeadView awaitHead(String what, Predicate<HeadView> condition) {
        return Until.present(PATIENCE, what, () -> Optional.of(head()).filter(condition));
    }

    private void awaitTurning() {
        awaitHead("the head turns", HeadView::moving);
    }

    private HeadView awaitStill() {
        return awaitHead("the head stands still", head -> !head.moving());
    }

    @ParameterizedTest
    @CsvSource({
        "GRID, MOUSE, webrtc",
        "GRID, TOUCH, mjpeg",
        "GRID, KEYS, webrtc",
        "FULLSCREEN, MOUSE, mjpeg",
        "FULLSCREEN, TOUCH, webrtc",
        "FULLSCREEN, KEYS, mjpeg"
    })
    void pressingLeftMovesThePictureToTheRightUntilItIsLetGo(Place place, Means means, String player) {
        var role = place == Place.GRID ? "sub" : "main";
        try (var page = page("admin", player)) {
            page.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            page.show(CAMERA, place);
            page.wall().awaitFresh(CAMERA, role, FRESH, PATIENCE);
            var before = PtzPicture.next(page, CAMERA, role, PATIENCE);

            page.pressLeft(CAMERA, place, means);
            awaitHead("the head turns to the left", head -> head.moving() && head.pan() < -0.2);
            page.release(means);

            var after = awaitStill();
            assertThat(after.pan()).as("it goes left until it is let go").isBetween(-0.9, -0.2);
            assertThat(after.tilt()).as("and in no other direction").isBetween(-0.01, 0.01);
            assertThat(before.shiftUntil(PtzPicture.next(page, CAMERA, role, PATIENCE)))
                    .as("what is seen goes to the right")
                    .isBetween(0.04, 0.6);
            assertThat(page.wall().console()).noneMatch(line -> line.startsWith("page error"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "blur", "close", "second finger", "dialog", "other screen"})
    void whateverEndsAPressStopsTheCamera(String what) {
        try (var page = page("admin")) {
            page.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            page.show(CAMERA, Place.GRID);
            page.mouseDown(CAMERA, Place.GRID, 0.08);
            awaitTurning();

            var since = Instant.now();
            switch (what) {
                case "leave" -> page.page().mouse().move(5, 5);
                case "blur" -> page.page().evaluate("() => window.dispatchEvent(new Event('blur'))");
                case "close" -> page.page().close();
                case "second finger" ->
                    page.page()
                            .evaluate("() => window.dispatchEvent(new PointerEvent('pointerdown', {pointerId: 77}))");
                case "dialog" -> page.page().keyboard().press("?");
                default -> page.page().evaluate("() => (location.hash = '#/system')");
            }

            awaitStill();
            var stopped = head().stopAfterTheLastMove();
            assertThat(stopped).as("the camera was told to stop").isPresent();
            assertThat(stopped.get().at()).isAfterOrEqualTo(since.minusMillis(50));
            if (!what.equals("close")) {
                Until.isTrue(PATIENCE, "nothing moves it again while the button is still down", () -> {
                    var head = head();
                    return !head.moving() && head.orders().getLast().stops();
                });
            }
        }
    }

    @Test
    void whoPressesOneCameraAndThenAnotherMovesTheOther() {
        try (var page = page("admin")) {
            page.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            page.show("harbour", Place.GRID);
            page.mouseDown("harbour", Place.GRID, 0.92);
            Until.isTrue(
                    PATIENCE,
                    "the harbour turns right",
                    () -> house.demo().head("harbour").pan() > 0.05);
            page.release(Means.MOUSE);
            page.show(CAMERA, Place.GRID);
            page.mouseDown(CAMERA, Place.GRID, 0.08);
            awaitHead("the garden turns left", head -> head.pan() < -0.05);
            assertThat(house.demo().head("harbour").moving()).isFalse();
            page.release(Means.MOUSE);
            awaitStill();
        }
    }

    @Test
    void theSecondOperatorIsToldWhoHasTheCameraAndCanStopItAllTheSame() {
        try (var anna = page("anna");
                var bruno = page("bruno")) {
            anna.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            bruno.show(CAMERA, Place.GRID);
            anna.show(CAMERA, Place.GRID);
            anna.mouseDown(CAMERA, Place.GRID, 0.3);
            awaitTurning();

            bruno.mouseDown(CAMERA, Place.GRID, 0.92);
            Until.isTrue(PATIENCE, "Bruno is told: " + bruno.padWords(CAMERA, Place.GRID), () -> bruno.padWords(
                            CAMERA, Place.GRID)
                    .contains("anna is moving this camera"));
            assertThat(head().pan()).as("nobody turned it to the right").isLessThanOrEqualTo(0.01);
            bruno.release(Means.MOUSE);

            anna.release(Means.MOUSE);
            awaitStill();
            house.demo().forgetCommands(CAMERA);
            anna.mouseDown(CAMERA, Place.GRID, 0.3);
            awaitTurning();
            bruno.mouseDown(CAMERA, Place.GRID, 0.5);
            bruno.release(Means.MOUSE);
            Until.present(PATIENCE, "Bruno's stop reaches the camera", () -> head().stopAfterTheLastMove());
        }
    }

    @Test
    void whoMayOnlyWatchSeesNoPad() {
        try (var page = page("vera")) {
            page.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            page.tile(CAMERA).hover();
            assertThat(page.page().locator("nj-pad").count()).isZero();
            page.page().evaluate("camera => (location.hash = `#/camera/${camera}`)", CAMERA);
            page.page().locator("nj-camera .bar").waitFor();
            assertThat(page.page().locator("nj-pad").count()).isZero();
        }
    }

    /** Also while the wall asks for all its pictures over the very connection that carries the stop. */
    @ParameterizedTest
    @ValueSource(strings = {"webrtc", "mjpeg"})
    void aReleaseStopsTheCameraSoon(String player) {
        try (var page = page("admin", player)) {
            page.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            page.wall().awaitFresh("harbour", "sub", FRESH, PATIENCE);
            page.show(CAMERA, Place.GRID);
            var took = new ArrayList<Long>();
            for (int turn = 0; turn < RELEASES; turn++) {
                house.demo().forgetCommands(CAMERA);
                page.mouseDown(CAMERA, Place.GRID, turn % 2 == 0 ? 0.08 : 0.92);
                awaitTurning();
                page.release(Means.MOUSE);
                awaitStill();
                var released = page.releasedAt();
                var stop = Until.present(PATIENCE, "the stop is in the journal", () -> head().stopAfterTheLastMove());
                took.add(Duration.between(released, stop.at()).toMillis());
            }
            assertThat(took)
                    .as("ms from each release to the stop at the camera")
                    .allMatch(ms -> ms <= LATEST_STOP.toMillis());
        }
    }

    @Test
    void aPresetIsSavedWithAPictureAndReturnedTo() {
        try (var page = page("admin")) {
            page.wall().awaitFresh(CAMERA, "sub", FRESH, PATIENCE);
            page.show(CAMERA, Place.FULLSCREEN);
            page.wall().awaitFresh(CAMERA, "main", FRESH, PATIENCE);
            page.mouseDown(CAMERA, Place.FULLSCREEN, 0.92);
            awaitHead("the head turns to the right", head -> head.pan() > 0.2);
            page.release(Means.MOUSE);
            var there = awaitStill();

            var pad = page.pad(CAMERA, Place.FULLSCREEN);
            pad.locator(".tab").first().click();
            pad.getByText("Save this view").click();
            page.page().locator("#preset-name").fill("Tool / shed 50%");
            page.page().locator("nj-preset-dialog .primary").click();
            var card = pad.locator(".card", new Locator.LocatorOptions().setHasText("Tool / shed 50%"));
            card.locator("img").waitFor();
            Until.isTrue(PATIENCE, "its picture is shown", () ->
                    (Boolean) card.locator("img").evaluate("image => image.complete && image.naturalWidth > 100"));

            pad.locator("[aria-label^='Home']").click();
            awaitHead("the head is home", head -> !head.moving() && Math.abs(head.pan()) < 0.01);
            card.locator("button").first().click();
            awaitHead(
                    "the head is back at the preset",
                    head -> !head.moving() && Math.abs(head.pan() - there.pan()) < 0.02);

            pad.locator("[aria-label='Change presets']").click();
            card.locator("[aria-label^='Delete']").click();
            page.page().locator("nj-preset-dialog .danger").click();
            Until.isTrue(PATIENCE, "the preset is gone", () -> card.count() == 0);
        }
    }
}
