// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadStatesTest {
    private static final CameraId GATE = CameraId.of("gate");

    private final TestClock clock = new TestClock();
    private final HeadStates heads = new HeadStates(clock);
    private final List<HeadView> told = new ArrayList<>();
    private final List<CameraId> gone = new ArrayList<>();
    private final HeadStates.Watcher watcher = new HeadStates.Watcher() {
        @Override
        public void changed(HeadView head) {
            told.add(head);
        }

        @Override
        public void gone(CameraId camera) {
            gone.add(camera);
        }
    };

    private void hear(String owner, long epoch, boolean moving) {
        heads.onEvent(
                "gate",
                new PtzStatus(
                        GATE,
                        owner,
                        epoch,
                        "onvif",
                        PtzAbilities.NONE,
                        null,
                        null,
                        moving,
                        null,
                        null,
                        false,
                        PtzStatus.BridgeNeed.NOTHING,
                        null,
                        null,
                        null,
                        clock.instant()));
    }

    @Test
    void anOwnerThatLostTheCameraIsNotListenedTo() {
        heads.watch(watcher);
        hear("http://new", 2, false);
        hear("http://old", 1, true);
        assertThat(told).hasSize(1);
        assertThat(heads.owner(GATE)).contains("http://new");
        assertThat(heads.of(GATE)).get().satisfies(head -> assertThat(head.moving())
                .isFalse());
    }

    @Test
    void onlyNewsIsTold() {
        heads.watch(watcher);
        hear("http://one", 1, false);
        clock.advance(Duration.ofSeconds(5));
        hear("http://one", 1, false);
        hear("http://one", 1, true);
        assertThat(told).extracting(HeadView::moving).containsExactly(false, true);
    }

    @Test
    void anOwnerThatWasNotHeardOfForLongIsNotAskedDirectly() {
        hear("http://one", 1, false);
        assertThat(heads.owners()).containsExactly("http://one");
        clock.advance(Duration.ofMinutes(2));
        assertThat(heads.owner(GATE)).isEmpty();
        assertThat(heads.owners()).isEmpty();
        assertThat(heads.of(GATE)).isPresent();
    }

    @Test
    void aHeadThatIsNoMoreIsToldOnce() {
        heads.watch(watcher);
        heads.onDeleted("gate");
        assertThat(gone).isEmpty();
        hear("http://one", 1, false);
        heads.onDeleted("gate");
        heads.onDeleted("gate");
        assertThat(gone).containsExactly(GATE);
        assertThat(heads.of(GATE)).isEmpty();
    }

    @Test
    void whatIsShownDoesNotSayWhereProcessesRun() throws Exception {
        hear("http://one", 7, false);
        var json = ContractsJson.mapper().writeValueAsString(heads.of(GATE).orElseThrow());
        assertThat(json)
                .contains("\"bridgeNeeds\":\"nothing\"")
                .doesNotContain("http://one")
                .doesNotContain("epoch");
        heads.onDeleted("gate");
        assertThat(heads.of(GATE)).isEmpty();
    }
}
