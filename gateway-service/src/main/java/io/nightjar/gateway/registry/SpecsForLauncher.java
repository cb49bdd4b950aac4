// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.kit.Home;
import io.nightjar.kit.StateFile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes the registry, without secrets, where the launcher finds it: it starts one ingest process per camera. */
@Startup
@Singleton
class SpecsForLauncher {

    SpecsForLauncher(Home home, Registry registry) {
        var file = new StateFile<List<CameraSpec>>(home.state().resolve("cameras.json"), new TypeReference<>() {});
        registry.listen(
                (before, after) -> file.write(List.copyOf(after.cameras().values())));
    }
}
