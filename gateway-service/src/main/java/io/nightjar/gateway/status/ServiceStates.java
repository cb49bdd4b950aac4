// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.gateway.live.LiveState;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Asks the other services how they are. */
@Singleton
class ServiceStates {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String UP = "up";
    private static final String AWAY = "away";

    private final InternalClient client;
    private final Neighbours neighbours;
    private final LiveState live;

    ServiceStates(InternalClient client, Neighbours neighbours, LiveState live) {
        this.client = client;
        this.neighbours = neighbours;
        this.live = live;
    }

    Uni<List<ServiceState>> ask() {
        return Uni.join()
                .all(List.of(packager(), live("ptz", neighbours::ptz), live("recording", neighbours::recording)))
                .andFailFast()
                .map(states -> {
                    var all = new ArrayList<ServiceState>();
                    all.add(new ServiceState("gateway", UP, "Answers you."));
                    all.add(ingest());
                    all.addAll(states);
                    return all;
                });
    }

    private ServiceState ingest() {
        var fresh = live.all().stream()
                .filter(live::isFresh)
                .map(LiveState.Heard::health)
                .toList();
        long processes = fresh.stream().map(StreamHealth::instance).distinct().count();
        long running = fresh.stream()
                .filter(health -> health.state() == StreamState.Name.LIVE)
                .count();
        return new ServiceState(
                "ingest",
                processes > 0 ? UP : AWAY,
                processes + " processes, " + running + " of " + fresh.size() + " streams live.");
    }

    private Uni<ServiceState> packager() {
        return get(
                "packager",
                neighbours::packager,
                "/internal/packager/info",
                info -> "Engine " + info.path("engine").asText("unknown") + ", RTSP port "
                        + info.path("rtspPort").asText("unknown") + ".");
    }

    private Uni<ServiceState> live(String name, Supplier<String> url) {
        return get(name, url, "/q/health/live", answer -> "Answers.");
    }

    private interface Reading {
        String of(JsonNode answer);
    }

    private Uni<ServiceState> get(String name, Supplier<String> url, String path, Reading reading) {
        return Uni.createFrom()
                .deferred(() -> client.get(url.get(), path))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answer -> new ServiceState(name, UP, reading.of(answer)))
                .onFailure()
                .recoverWithItem(
                        failure -> new ServiceState(name, AWAY, "Does not answer; it is restarted by itself."));
    }
}
