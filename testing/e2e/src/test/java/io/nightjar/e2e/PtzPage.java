// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.nightjar.house.Chromium;
import io.nightjar.house.WallPage;
import java.time.Instant;
import java.util.List;

/** The page as somebody uses it who moves a camera: by mouse, by finger, by key. */
final class PtzPage implements AutoCloseable {

    /** Where the pad of a camera is. */
    enum Place {
        GRID,
        FULLSCREEN
    }

    /** With what it is held. */
    enum Means {
        MOUSE,
        TOUCH,
        KEYS
    }

    /** The clock of the browser and that of the simulated camera are the same one. */
    private static final String WATCH_RELEASES = """
            window.releasedAt = 0;
            for (const type of ['pointerup', 'keyup'])
              addEventListener(type, (event) => (window.releasedAt = performance.timeOrigin + event.timeStamp), true);
            """;

    private final WallPage wall;
    private final CDPSession devtools;

    private PtzPage(WallPage wall) {
        this.wall = wall;
        this.devtools = wall.page().context().newCDPSession(wall.page());
    }

    static PtzPage open(Chromium chromium, String url, String user, String password, List<String> players) {
        var wall = WallPage.open(chromium, url, players);
        var page = wall.page();
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("button.primary").click();
        page.locator("nj-sign-in").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.evaluate(WATCH_RELEASES);
        return new PtzPage(wall);
    }

    WallPage wall() {
        return wall;
    }

    Page page() {
        return wall.page();
    }

    /** Goes where the camera is to be moved, so that its pad is on the screen. */
    void show(String camera, Place place) {
        if (place == Place.FULLSCREEN) {
            page().evaluate("camera => (location.hash = `#/camera/${camera}`)", camera);
            page().locator("nj-camera[data-camera='" + camera + "'] nj-pad .disc")
                    .waitFor();
            page().keyboard().press("f");
            page().waitForFunction("() => document.fullscreenElement !== null");
        } else {
            tile(camera).hover();
        }
        pad(camera, place).locator(".disc").waitFor();
    }

    Locator pad(String camera, Place place) {
        return place == Place.FULLSCREEN
                ? page().locator("nj-camera nj-pad")
                : tile(camera).locator("nj-pad");
    }

    Locator tile(String camera) {
        return page().locator("nj-tile[data-camera='" + camera + "']");
    }

    /** Begins to hold the left of the pad, or the left arrow key. */
    void pressLeft(String camera, Place place, Means means) {
        switch (means) {
            case MOUSE -> mouseDown(camera, place, 0.08);
            case TOUCH -> touch("touchStart", camera, place, 0.08);
            case KEYS -> {
                if (page().locator(".tool[aria-pressed='true'], .steered").count() == 0) {
                    page().keyboard().press("p");
                }
                page().keyboard().down("ArrowLeft");
            }
        }
    }

    void release(Means means) {
        switch (means) {
            case MOUSE -> page().mouse().up();
            case TOUCH -> devtools.send("Input.dispatchTouchEvent", touchEvent("touchEnd", new JsonArray()));
            case KEYS -> page().keyboard().up("ArrowLeft");
        }
    }

    /** @param across where on the pad: 0 is its left edge, 1 its right one */
    void mouseDown(String camera, Place place, double across) {
        var at = disc(camera, place);
        page().mouse().move(at.x + at.width * across, at.y + at.height / 2);
        page().mouse().down();
    }

    private void touch(String type, String camera, Place place, double across) {
        var at = disc(camera, place);
        var point = new JsonObject();
        point.addProperty("x", at.x + at.width * across);
        point.addProperty("y", at.y + at.height / 2);
        var points = new JsonArray();
        points.add(point);
        devtools.send("Input.dispatchTouchEvent", touchEvent(type, points));
    }

    private static JsonObject touchEvent(String type, JsonArray points) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        return event;
    }

    private BoundingBox disc(String camera, Place place) {
        return pad(camera, place).locator(".disc").boundingBox();
    }

    /** When a button, a finger or a key went up last, as the browser saw it. */
    Instant releasedAt() {
        return Instant.ofEpochMilli(((Number) page().evaluate("window.releasedAt")).longValue());
    }

    /** What the pad says: why something was not done, or who has the camera. */
    String padWords(String camera, Place place) {
        return pad(camera, place).locator("section").innerText();
    }

    @Override
    public void close() {
        wall.close();
    }
}
