// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.gateway.Cameras;
import io.nightjar.gateway.registry.RegistrySnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {
    @ParameterizedTest
    @CsvSource({"Côté jardin, cote-jardin", "  Gate #1 , gate-1", "门口, camera", "---, camera"})
    void namesBecomeIds(String name, String id) {
        var registry = new RegistrySnapshot(Map.of(), Map.of(), Set.of(), List.of());
        assertThat(Slugs.of(name, registry).value()).isEqualTo(id);
    }

    @Test
    void takenIdsGetANumber() {
        var gate = Cameras.of("Gate", Origin.API, false);
        var registry = new RegistrySnapshot(Map.of(gate.id(), gate), Map.of(), Set.of(), List.of());
        assertThat(Slugs.of("gate", registry).value()).isEqualTo("gate-2");
    }
}
