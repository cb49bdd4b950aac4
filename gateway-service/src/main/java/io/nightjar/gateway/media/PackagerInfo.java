// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What packager says about itself: where RTSP readers find it. Asked now and then, remembered in between. */
@Singleton
public class PackagerInfo {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int USUAL_RTSP_PORT = 8554;

    private final InternalClient client;
    private final Neighbours neighbours;
    private final Vertx vertx;
    private final String host;
    private volatile int rtspPort = USUAL_RTSP_PORT;

    PackagerInfo(InternalClient client, Neighbours neighbours, Vertx vertx, GatewayConfig config) {
        this.client = client;
        this.neighbours = neighbours;
        this.vertx = vertx;
        this.host = config.rtspHost();
    }

    void start(@Observes StartupEvent event) {
        ask();
        vertx.setPeriodic(INTERVAL.toMillis(), timer -> ask());
    }

    public String rtspBase() {
        return "rtsp://" + host + ":" + rtspPort;
    }

    private void ask() {
        // Unanswered, what was known stays: the status page says that packager is away.
        Uni.createFrom()
                .deferred(() -> client.get(neighbours.packager(), "/internal/packager/info"))
                .subscribe()
                .with(this::remember, unanswered -> {});
    }

    private void remember(JsonNode info) {
        rtspPort = info.path("rtspPort").asInt(rtspPort);
    }
}
