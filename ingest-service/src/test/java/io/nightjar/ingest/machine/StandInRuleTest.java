// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandInRuleTest {

    private static final Instant AT = Instant.EPOCH;
    private static final Wish ALWAYS = new Wish(true, false, false);

    @Test
    void aStreamThatTheCameraDoesNotHaveIsReplacedAtOnce() {
        assertThat(StandInRule.wanted(backoff(1, ErrorKind.NOT_FOUND), false)).isTrue();
        assertThat(StandInRule.wanted(backoff(1, ErrorKind.CODEC), false)).isTrue();
        assertThat(StandInRule.wanted(in(new StreamState.Rejected(AT, ErrorKind.CONFIG, "x"), 1), false))
                .isTrue();
    }

    @Test
    void aStreamThatMayBeBackAnySecondIsReplacedAfterThreeFailures() {
        assertThat(StandInRule.wanted(backoff(2, ErrorKind.RESET), false)).isFalse();
        assertThat(StandInRule.wanted(backoff(3, ErrorKind.RESET), false)).isTrue();
    }

    @Test
    void whatIsShownStaysThroughAttemptsUntilTheStreamAnswers() {
        var connecting = in(new StreamState.Connecting(AT, 4), 3);
        assertThat(StandInRule.wanted(connecting, true)).isTrue();
        assertThat(StandInRule.wanted(connecting, false)).isFalse();
        assertThat(StandInRule.wanted(in(new StreamState.Probing(AT, 4), 3), true))
                .isFalse();
        assertThat(StandInRule.wanted(in(new StreamState.Live(AT, AT), 3), true))
                .isFalse();
    }

    @Test
    void nothingIsShownForWhatNobodyWants() {
        var unwanted = backoff(3, ErrorKind.NOT_FOUND).wishing(new Wish(true, true, false));
        assertThat(StandInRule.wanted(unwanted, true)).isFalse();
    }

    private static Situation backoff(int failures, ErrorKind kind) {
        return in(new StreamState.Backoff(AT, failures, AT, kind, "x"), failures);
    }

    private static Situation in(StreamState state, int failures) {
        return new Situation(state, ALWAYS, 1, failures, 0, false, true);
    }
}
