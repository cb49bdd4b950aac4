// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.share;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.event.Topic;
import io.nightjar.kit.BrokerLink;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Listener;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.Shares;
import io.nightjar.ptz.head.HeadOwner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Heads are shared out among the replicas of this service by the partitions of their cameras. */
@Singleton
public class SharedHeads implements HeadOwner {

    private static final String GROUP = "nightjar-ptz";

    /** What an owner said last. */
    private record Said(String owner, long epoch) {}

    private final Shares shares;
    private final ServiceInfo info;
    private final Map<String, Said> owners = new ConcurrentHashMap<>();

    @Inject
    SharedHeads(BrokerLink link, Events events, ServiceInfo info, Clock clock) {
        this(new Shares(link, GROUP, Shares.Rules.USUAL, clock), events, info);
    }

    SharedHeads(Shares shares, Events events, ServiceInfo info) {
        this.shares = shares;
        this.info = info;
        events.follow(Topic.PTZ, From.START, new Owners());
        shares.start();
    }

    @Override
    public boolean owns(CameraId camera) {
        return shares.owns(camera.value());
    }

    @Override
    public long epoch() {
        return shares.epoch();
    }

    @Override
    public String instance() {
        return info.answersInternalCalls() ? info.internalUrl() : "";
    }

    /** As its owner said last; nothing where that was this process, which knows better. */
    @Override
    public Optional<String> ownerOf(CameraId camera) {
        return Optional.ofNullable(owners.get(camera.value()))
                .map(Said::owner)
                .filter(owner -> !owner.isEmpty() && !owner.equals(instance()));
    }

    @Override
    public void listen(Runnable changed) {
        shares.listen(changed);
    }

    @PreDestroy
    void close() {
        shares.close();
    }

    private final class Owners implements Listener<PtzStatus> {

        /** Events of an owner who does not know yet that he was replaced are out of date. */
        @Override
        public void onEvent(String key, PtzStatus status) {
            owners.merge(
                    key,
                    new Said(status.owner(), status.epoch()),
                    (before, now) -> now.epoch() < before.epoch() ? before : now);
        }

        @Override
        public void onDeleted(String key) {
            owners.remove(key);
        }
    }
}
