// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.health;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamTransition;
import io.nightjar.contracts.stream.StreamId;

/** Tells the others how a stream is. Never waits for them. */
public interface HealthReporter {

    void health(StreamHealth health);

    void transition(StreamTransition transition);

    /** The stream exists no more. */
    void gone(StreamId stream);

    /** Base URL of this process for internal calls. */
    String instance();
}
