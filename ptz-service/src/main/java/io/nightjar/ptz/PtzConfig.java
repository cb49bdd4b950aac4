// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How devices are reached. */
@ConfigMapping(prefix = "nightjar.ptz")
public interface PtzConfig {

    /** Address ranges that may be dialled although they are this machine's or link-local. */
    Optional<List<String>> allowedAddresses();

    /** How long a name server may take. */
    @WithDefault("3s")
    Duration lookupTimeout();

    /** How long a console may take for one answer. */
    @WithDefault("8s")
    Duration deviceTimeout();
}
