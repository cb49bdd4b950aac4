// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import io.nightjar.gateway.live.LiveState;
import io.nightjar.kit.KitConfig;
import io.nightjar.kit.ServiceInfo;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds ingest processes that can be asked for a favour. One that was set apart for it goes first: if a trial crashes it, no
 * camera stops.
 */
@Singleton
class IngestProcesses {
    private static final int MOST_HEARD = 3;

    private final KitConfig config;
    private final LiveState state;
    private final ServiceInfo self;

    IngestProcesses(KitConfig config, LiveState state, ServiceInfo self) {
        this.config = config;
        this.state = state;
        this.self = self;
    }

    /** Base URLs in the order in which to ask; the next one when the one before does not answer. */
    List<String> addresses() {
        var addresses = new ArrayList<String>();
        config.ingest().url().ifPresent(addresses::add);
        state.all().stream()
                .filter(state::isFresh)
                .map(heard -> heard.health().instance())
                .filter(instance -> !instance.isEmpty())
                .distinct()
                .limit(MOST_HEARD)
                .forEach(addresses::add);
        if (self.answersInternalCalls()) {
            addresses.add(self.internalUrl());
        }
        return addresses.stream().distinct().toList();
    }
}
