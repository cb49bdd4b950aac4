// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.gateway.live.HeadStates;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** What the processes that hold connections to bridges say of them. One that does not answer costs its own bridges only. */
@Singleton
public class Bridges {
    private static final Logger LOG = Logger.getLogger(Bridges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HeadStates heads;
    private final Neighbours neighbours;
    private final InternalClient client;

    Bridges(HeadStates heads, Neighbours neighbours, InternalClient client) {
        this.heads = heads;
        this.neighbours = neighbours;
        this.client = client;
    }

    public Uni<Map<String, Bridge>> all() {
        var asked = Stream.concat(Stream.of(neighbours.ptz()), heads.owners())
                .distinct()
                .map(this::of)
                .toList();
        return Uni.join().all(asked).andFailFast().map(Bridges::merged);
    }

    public Uni<Optional<Bridge>> find(DeviceId device) {
        return all().map(bridges -> Optional.ofNullable(bridges.get(device.value())));
    }

    private Uni<List<Bridge>> of(String instance) {
        return client.get(instance, "/internal/ptz/devices")
                .map(said -> read(said, instance))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf("Bridges are not known instance=%s cause=%s", instance, failure))
                .onFailure()
                .recoverWithItem(List.of());
    }

    private static List<Bridge> read(JsonNode said, String instance) {
        var devices = said.isArray() ? said : said.path("items");
        return StreamSupport.stream(devices.spliterator(), false)
                .flatMap(device -> Bridge.read(device, instance).stream())
                .toList();
    }

    private static Map<String, Bridge> merged(List<List<Bridge>> said) {
        var merged = new HashMap<String, Bridge>();
        said.forEach(some -> some.forEach(bridge -> merged.merge(bridge.device(), bridge, Bridge::orBetter)));
        return merged;
    }
}
