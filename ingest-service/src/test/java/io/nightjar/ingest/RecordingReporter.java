// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.health.HealthReporter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what would have been sent. */
public final class RecordingReporter implements HealthReporter {

    public final List<StreamHealth> healths = new CopyOnWriteArrayList<>();
    public final List<StreamTransition> transitions = new CopyOnWriteArrayList<>();
    public final List<StreamId> gone = new CopyOnWriteArrayList<>();

    @Override
    public void health(StreamHealth health) {
        healths.add(health);
    }

    @Override
    public void transition(StreamTransition transition) {
        transitions.add(transition);
    }

    @Override
    public void gone(StreamId stream) {
        gone.add(stream);
    }

    @Override
    public String instance() {
        return "http://127.0.0.1:1";
    }

    public List<StreamState.Name> states(StreamId stream) {
        return transitions.stream()
                .filter(change -> change.stream().equals(stream))
                .map(StreamTransition::to)
                .toList();
    }
}
