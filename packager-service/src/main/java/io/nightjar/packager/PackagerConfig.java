// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where media is served, and by what. */
@ConfigMapping(prefix = "nightjar.packager")
public interface PackagerConfig {

    /** Where this service answers internal calls; the same key tells its neighbours. */
    Optional<String> url();

    /** Where ingest publishes; read by ingest, known here so that a shared configuration is valid. */
    Optional<String> rtspUrl();

    /** RTSP for publishers and for other recorders; 0 takes a free port. */
    @WithDefault("8554")
    int rtspPort();

    /** The one UDP port of all WebRTC sessions; 0 takes a free port. */
    @WithDefault("8189")
    int webrtcPort();

    /** Names or addresses told to WebRTC players; empty means those of the interfaces that are listened on. */
    Optional<List<String>> addresses();

    /** Which shard this instance is; named in the state of each path. */
    @WithDefault("0")
    int shard();

    /** A MediaMTX to use instead of the embedded engine. */
    Optional<MediaMtx> mediamtx();

    interface MediaMtx {
        /** Its Control API. Whoever reaches it can run commands there: keep it private. */
        URI apiUrl();

        /** User and password of the Control API; without them it must be on loopback. */
        Optional<String> apiUsername();

        Optional<String> apiPassword();

        URI hlsUrl();

        URI webrtcUrl();

        URI rtspUrl();
    }
}
