// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Whether the broker is there, as those who talk to it see it. Says so in the log once per change. */
public final class BrokerLink {

    enum State {
        UNKNOWN,
        THERE,
        AWAY
    }

    private static final Logger LOG = Logger.getLogger(BrokerLink.class);

    private final String bootstrap;
    private final Topics topics;
    private final Set<Object> connected = ConcurrentHashMap.newKeySet();
    private final AtomicReference<State> state = new AtomicReference<>(State.UNKNOWN);

    public BrokerLink(String bootstrap) {
        this.bootstrap = bootstrap;
        this.topics = new Topics(bootstrap);
    }

    public String bootstrap() {
        return bootstrap;
    }

    public boolean isUp() {
        return state.get() == State.THERE;
    }

    boolean isAway() {
        return state.get() == State.AWAY;
    }

    Topics topics() {
        return topics;
    }

    void report(Object talker, boolean isConnected) {
        if (isConnected) {
            connected.add(talker);
        } else {
            connected.remove(talker);
        }
        var now = connected.isEmpty() ? State.AWAY : State.THERE;
        if (state.getAndSet(now) == now) {
            return;
        }
        if (now == State.AWAY) {
            // It may come back empty.
            topics.forget();
            LOG.infof("Kafka is away: events wait, video goes on bootstrap=%s", bootstrap);
        } else {
            LOG.infof("Kafka is there bootstrap=%s", bootstrap);
        }
    }

    /** The talker stopped on purpose, which says nothing about the broker. */
    void forget(Object talker) {
        connected.remove(talker);
    }
}
