// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.nightjar.contracts.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.jboss.logging.Logger;

/**
 * Shares the cameras out among the replicas of a service: each belongs to one of them, by the partition of its key. Whoever
 * dies is replaced once the broker misses it; while the broker is away everybody keeps what they have, and who has never
 * heard of one owns everything, so that a machine without a broker works.
 */
public final class Shares implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Shares.class);
    private static final Set<Integer> ALL =
            Set.copyOf(IntStream.range(0, Topic.PARTITIONS).boxed().toList());
    /** Others wait for what is let go of, but not for ever. */
    private static final Duration LETTING_GO = Duration.ofSeconds(4);

    /**
     * How a group is kept together.
     *
     * @param grace how long a broker is waited for before everything is taken
     * @param session how long a replica may be silent before it counts as dead
     */
    public record Rules(Duration grace, Duration session) {
        public static final Rules USUAL = new Rules(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    /** What is ours; replaced as a whole. */
    private record Mine(Set<Integer> partitions, long epoch) {}

    private final String group;
    private final ShareMember member;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Mine mine = new Mine(Set.of(), 0);

    /** @param group the name that all replicas of the service share */
    public Shares(BrokerLink link, String group, Rules rules, Clock clock) {
        this.group = group;
        this.member = new ShareMember(link, group, rules, clock, this);
    }

    public void start() {
        member.start();
    }

    /** Whether what has this key is ours to look after. Answers from memory. */
    public boolean owns(String key) {
        return mine.partitions().contains(partition(key));
    }

    /** Of what we own: higher than that of anybody who owned it before; 0 while no broker was ever heard. */
    public long epoch() {
        return mine.epoch();
    }

    /**
     * Called after what we own has changed. Until the listener returns, nobody else is given what we lost, within bounds:
     * time to stop what moves.
     */
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    /** Lets go of everything, and tells the others. */
    @Override
    public void close() {
        member.close();
    }

    /** Where the producer's own partitioner puts the key. */
    static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Topic.PARTITIONS;
    }

    Set<Integer> partitions() {
        return mine.partitions();
    }

    /** There is no broker. */
    void takeEverything() {
        change(new Mine(ALL, 0), "no broker was heard");
    }

    /** @param now all that is ours from now on */
    void assigned(Set<Integer> now, long epoch) {
        change(new Mine(Set.copyOf(now), epoch), "shared out");
    }

    void lost(Set<Integer> gone, String why) {
        var left = new TreeSet<>(mine.partitions());
        left.removeAll(gone);
        change(new Mine(Set.copyOf(left), mine.epoch()), why);
    }

    private void change(Mine now, String why) {
        var before = mine;
        if (now.equals(before)) {
            return;
        }
        mine = now;
        LOG.infof(
                "Cameras change hands group=%s partitions=%d of %d before=%d epoch=%d why=%s",
                group,
                now.partitions().size(),
                Topic.PARTITIONS,
                before.partitions().size(),
                now.epoch(),
                why);
        listeners.forEach(Shares::tell);
    }

    private static void tell(Runnable listener) {
        var told = CompletableFuture.runAsync(
                listener, task -> Thread.ofVirtual().name("shares-changed").start(task));
        try {
            told.get(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            LOG.warnf("Letting go takes longer than others can wait ms=%d", LETTING_GO.toMillis());
        } catch (ExecutionException failure) {
            LOG.warnf(failure.getCause(), "Whoever looks after cameras failed at a change of hands");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
