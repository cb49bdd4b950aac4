// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The number that grows with each change of hands. A group's own generation begins anew when all its members were away for
 * long, so the number is left with the broker beside the place in each partition, where only the present owner may write:
 * and it is a time, which grows though everything is forgotten.
 */
final class ShareEpoch {

    private static final Logger LOG = Logger.getLogger(ShareEpoch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> member;
    private final Clock clock;

    ShareEpoch(KafkaConsumer<byte[], byte[]> member, Clock clock) {
        this.member = member;
        this.clock = clock;
    }

    /** Higher than that of whoever owned any of this before. */
    long next() {
        var mine = member.assignment();
        long now = clock.millis();
        if (mine.isEmpty()) {
            return now;
        }
        try {
            long last = member.committed(mine, PATIENCE).values().stream()
                    .filter(Objects::nonNull)
                    .mapToLong(left -> read(left.metadata()))
                    .max()
                    .orElse(0);
            long next = Math.max(now, last + 1);
            Map<TopicPartition, OffsetAndMetadata> marks = mine.stream()
                    .collect(Collectors.toMap(
                            partition -> partition, partition -> new OffsetAndMetadata(0, Long.toString(next))));
            member.commitSync(marks, PATIENCE);
            return next;
        } catch (KafkaException failure) {
            // Another change of hands is under way, or the broker has just gone: the clock must do.
            LOG.debugf("The epoch could not be left with the broker cause=%s", failure);
            return now;
        }
    }

    private static long read(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException nothingLeft) {
            return 0;
        }
    }
}
