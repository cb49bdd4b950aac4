// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.contracts.camera.InputOptions;
import org.jspecify.annotations.Nullable;

/** Input options that matter where single pictures are fetched. */
final class SnapshotInput {

    private SnapshotInput() {}

    static InputOptions of(double fps, @Nullable Integer width, @Nullable Integer height, int timeoutMillis) {
        return new InputOptions(
                timeoutMillis, null, null, null, null, null, null, null, fps, width, height, null, null, null);
    }
}
