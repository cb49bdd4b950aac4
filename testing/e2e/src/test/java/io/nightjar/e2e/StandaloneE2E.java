// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.nightjar.contracts.stream.Role;
import io.nightjar.house.Until;
import io.nightjar.simulators.rtsp.RtspCamera;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.nightjar.simulators.scene.Scene;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything in one process. */
class StandaloneE2E extends HouseSuite {

    @Override
    String[] options() {
        return new String[] {"--demo"};
    }

    /** The camera that is added by form is simulated on this machine, which is refused outside a lab. */
    @Override
    Map<String, String> environment() {
        return Map.of(
                "NIGHTJAR_GATEWAY_ALLOWED_ADDRESSES", "127.0.0.0/8",
                "NIGHTJAR_INGEST_ALLOWED_ADDRESSES", "127.0.0.0/8");
    }

    @Test
    void aCameraAddedByFormIsLiveAndIsGoneWhenRemoved() {
        try (var camera = RtspCamera.builder("Attic")
                        .scene(Scene.harbour())
                        .sub(StreamProfile.SUB)
                        .start();
                var wall = wall()) {
            var page = wall.page();
            page.navigate(house.url() + "#/cameras/new");
            page.locator("#name").fill("Attic");
            page.locator("#id").fill("attic");
            page.locator("#sub-url").fill(camera.url(Role.SUB));
            button(page, "Add the camera").click();
            page.waitForFunction("() => !location.hash.endsWith('/new')");
            wall.awaitFresh("attic", "sub", FRESH, PATIENCE);

            page.navigate(house.url() + "#/cameras/attic/edit");
            button(page, "Remove").first().click();
            page.locator("nj-removal .danger").click();
            Until.isTrue(PATIENCE, "the camera's connections end", () -> camera.connectionsOpen() == 0);
            try (var api = Api.signIn(house.url(), PASSWORD)) {
                assertThat(api.send("GET", "/api/cameras/attic", null).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
