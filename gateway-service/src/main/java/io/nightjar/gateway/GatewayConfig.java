// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the door must know beyond what every service knows. */
@ConfigMapping(prefix = "nightjar.gateway")
public interface GatewayConfig {

    /** Where this gateway is reached by the others; said in their configuration, not used here. */
    Optional<String> url();

    /**
     * Cameras files of the operator, or folders of them: read, watched, never written. A missing or broken one is said and
     * passed over.
     */
    Optional<List<String>> camerasFiles();

    /** How often the cameras files are looked at for changes. */
    @WithDefault("1s")
    Duration watchInterval();

    /** Ranges (CIDR) that cameras added through the API may point at although they are refused otherwise, as in a lab. */
    Optional<List<String>> allowedAddresses();

    /** {@code local} when the media routes are in this process, {@code proxy} when they are at the packager's address. */
    @WithDefault("proxy")
    Media media();

    /** A stream that has not been heard of for so long is shown as unknown. */
    @WithDefault("15s")
    Duration staleAfter();

    /** How often the last picture of a live camera is kept, for the time when it is not. */
    @WithDefault("10s")
    Duration pictureInterval();

    /** The name or address under which RTSP readers reach the media plane. */
    @WithDefault("127.0.0.1")
    String rtspHost();

    enum Media {
        LOCAL,
        PROXY
    }
}
