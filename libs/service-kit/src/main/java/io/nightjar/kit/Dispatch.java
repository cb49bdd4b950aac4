// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.micrometer.core.instrument.Counter;
import io.nightjar.contracts.event.Topic;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Turns records into calls of one listener. Neither a bad record nor a failing listener ends the following. */
final class Dispatch<E> {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Topic<E> topic;
    private final Listener<E> listener;
    private final Counter malformed;
    private final AtomicBoolean complained = new AtomicBoolean();

    Dispatch(Topic<E> topic, Listener<E> listener, Counter malformed) {
        this.topic = topic;
        this.listener = listener;
        this.malformed = malformed;
    }

    void accept(ConsumerRecord<String, byte[]> row) {
        try {
            if (row.key() == null) {
                throw new EventCodec.Malformed("it has no key");
            }
            if (row.value() == null) {
                call(() -> listener.onDeleted(row.key()));
                return;
            }
            var event = EventCodec.decode(topic, row);
            call(() -> listener.onEvent(row.key(), event));
        } catch (EventCodec.Malformed bad) {
            malformed.increment();
            if (complained.compareAndSet(false, true)) {
                LOG.warnf(
                        "A malformed event is skipped; further ones are only counted topic=%s partition=%d offset=%d"
                                + " because=%s",
                        topic.name(), row.partition(), row.offset(), bad.getMessage());
            }
        }
    }

    void caughtUp() {
        call(listener::onCaughtUp);
    }

    private void call(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "A listener failed; the next event is delivered all the same topic=%s", topic.name());
        }
    }
}
