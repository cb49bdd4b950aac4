// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatrolsTest {

    private static final CameraId GATE = CameraId.of("gate");

    @TempDir
    Path folder;

    @Test
    void whatRunsStillRunsAfterARestart() {
        var patrols = new Patrols(folder);
        patrols.put(GATE, patrol("1", "Night"));
        patrols.put(GATE, patrol("2", "Day"));
        patrols.setRunning(GATE, Optional.of("2"));

        var next = new Patrols(folder);
        assertThat(next.of(GATE)).extracting(Patrol::name).containsExactly("Night", "Day");
        assertThat(next.running(GATE)).map(Patrol::id).contains("2");
        assertThat(next.of(CameraId.of("yard"))).isEmpty();
    }

    @Test
    void aChangedPatrolKeepsItsPlaceAndARemovedOneDoesNotRun() {
        var patrols = new Patrols(folder);
        patrols.put(GATE, patrol("1", "Night"));
        patrols.put(GATE, patrol("2", "Day"));
        patrols.put(GATE, patrol("1", "Late"));
        assertThat(patrols.of(GATE)).extracting(Patrol::name).containsExactly("Late", "Day");
        patrols.setRunning(GATE, Optional.of("1"));
        patrols.remove(GATE, "1");
        assertThat(patrols.running(GATE)).isEmpty();
        assertThat(patrols.of(GATE)).hasSize(1);
        patrols.forget(GATE);
        assertThat(patrols.of(GATE)).isEmpty();
    }

    @Test
    void twoPatrolsOfACameraHaveTwoNames() {
        var patrols = new Patrols(folder);
        patrols.put(GATE, patrol("1", "Night"));
        assertThatThrownBy(() -> patrols.put(GATE, patrol("2", "night"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> patrols.get(GATE, "9")).isInstanceOf(Problem.class);
    }

    private static Patrol patrol(String id, String name) {
        return new Patrol(id, name, List.of(new Patrol.Step("1", 5), new Patrol.Step("2", 5)), 60);
    }
}
