// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The address to publish to: as configured, or at the port that the packager says it has. */
public final class PackagerAddress implements Supplier<String> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Optional<String> configured;
    private final Neighbours neighbours;
    private final InternalClient client;

    public PackagerAddress(Optional<String> configured, Neighbours neighbours, InternalClient client) {
        this.configured = configured.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        this.neighbours = neighbours;
        this.client = client;
    }

    /** Waits for the packager's answer where it must be asked. */
    @Override
    public String get() {
        return configured.orElseGet(this::ask);
    }

    private String ask() {
        try {
            var packager = neighbours.packager();
            var info = client.get(packager, "/internal/packager/info").await().atMost(PATIENCE);
            return "rtsp://" + URI.create(packager).getHost() + ":" + port(info);
        } catch (RuntimeException unknown) {
            throw new MediaPlaneFailure("the packager does not say where it takes streams", unknown);
        }
    }

    private static int port(JsonNode info) {
        int port = info.path("rtspPort").asInt();
        if (port <= 0) {
            throw new IllegalStateException("The packager takes no streams over RTSP");
        }
        return port;
    }
}
