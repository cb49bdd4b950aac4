// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fresh home for a Quarkus application under test, deleted when the application is gone. */
public final class TempHome implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path folder;

    @Override
    public Map<String, String> start() {
        folder = Folders.temporary("home");
        return Map.of("nightjar.home", folder.toString());
    }

    @Override
    public void stop() {
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
