// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LiveStateTest {
    private static final StreamId GATE = StreamId.of("gate", Role.SUB);

    private final TestClock clock = new TestClock();
    private final LiveState state = new LiveState(Duration.ofSeconds(15), clock);

    private static StreamHealth health(Instant at) {
        return new StreamHealth(
                GATE, StreamState.Name.LIVE, at, at, null, null, null, null, 0, 0, null, "http://127.0.0.1:1");
    }

    @Test
    void whatWasNotHeardOfForAWhileIsNotBelievedAndThatIsTold() {
        var told = new ArrayList<StreamId>();
        state.watch(new LiveState.Watcher() {
            @Override
            public void streamChanged(StreamId stream) {
                told.add(stream);
            }
        });
        state.report(health(clock.instant()));
        clock.advance(Duration.ofSeconds(14));
        state.tellStale();
        assertThat(state.fresh(GATE)).isPresent();
        clock.advance(Duration.ofSeconds(2));
        state.tellStale();
        state.tellStale();
        assertThat(state.fresh(GATE)).isEmpty();
        assertThat(state.heard(GATE)).isPresent();
        assertThat(told).hasSize(2);
    }

    @Test
    void aRecordFromBeforeTheStartIsAsOldAsItSays() {
        state.report(health(clock.instant().minusSeconds(3600)));
        assertThat(state.fresh(GATE)).isEmpty();
    }

    @Test
    void aClockThatIsBehindOnAnotherNodeDoesNotMakeItsStreamsStale() {
        clock.advance(Duration.ofMinutes(1));
        state.report(health(clock.instant().minusSeconds(20)));
        assertThat(state.fresh(GATE)).isPresent();
    }

    @Test
    void anOlderRecordDoesNotReplaceANewerOne() {
        clock.advance(Duration.ofMinutes(1));
        var newer = health(clock.instant());
        state.report(newer);
        state.report(health(clock.instant().minusSeconds(5)));
        assertThat(state.fresh(GATE)).contains(newer);
    }
}
