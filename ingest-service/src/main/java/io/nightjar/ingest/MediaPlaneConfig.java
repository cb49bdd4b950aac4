// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where streams are published. */
@ConfigMapping(prefix = "nightjar.packager")
public interface MediaPlaneConfig {

    /** Base address such as {@code rtsp://127.0.0.1:8554}; without it the packager is asked for its port. */
    Optional<String> rtspUrl();
}
