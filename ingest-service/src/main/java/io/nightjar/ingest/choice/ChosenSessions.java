// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamFinder;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.CameraSessions;
import io.nightjar.ingest.session.Dialler;
import io.nightjar.ingest.session.Reach;
import io.nightjar.ingest.session.Remembered;
import io.nightjar.ingest.session.SessionPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions over the best of each stream's addresses. */
public final class ChosenSessions implements CameraSessions {

    /** Some vendors' cameras are asked where their streams are. */
    private static final Duration FINDING = Duration.ofSeconds(12);
    /** An address that was only second best is used so long before the better ones are tried again. */
    private static final Duration MEMORY_COUNTS = Duration.ofHours(6);

    private final StreamFinder finder;
    private final Dialler dialler;
    private final Reach reach;
    private final Clock clock;
    private final Map<StreamId, Candidate> found = new ConcurrentHashMap<>();

    public ChosenSessions(StreamFinder finder, Dialler dialler, Reach reach, Clock clock) {
        this.finder = finder;
        this.dialler = dialler;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public CameraSession session(SessionPlan plan) {
        return new ChoosingSession(plan, this::find, dialler, this::fresh);
    }

    @Override
    public boolean answers(SessionPlan plan) {
        return reach.answers(plan.wish(), Optional.ofNullable(found.get(id(plan.wish()))));
    }

    @Override
    public void forget(StreamId stream) {
        found.remove(stream);
    }

    private List<Candidate> find(StreamWish wish) {
        var candidates = finder.find(wish, FINDING);
        found.put(id(wish), candidates.getFirst());
        return candidates;
    }

    private boolean fresh(Remembered worked) {
        var since = worked.since();
        return since != null && since.plus(MEMORY_COUNTS).isAfter(clock.instant());
    }

    private static StreamId id(StreamWish wish) {
        return new StreamId(wish.camera().id(), wish.role());
    }
}
