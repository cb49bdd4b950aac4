// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.MediaPathName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final MediaPathName GATE = MediaPathName.of("gate/main");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Leases leases = new Leases();

    @Test
    void whoAsksIsGivenTimeToBeginReading() {
        leases.asked(GATE, NOW);
        assertThat(leases.wanted(NOW.plus(Leases.PATIENCE))).containsExactly(GATE);
        assertThat(leases.wanted(NOW.plus(Leases.PATIENCE).plusMillis(1))).isEmpty();
    }

    @Test
    void aStreamWithReadersIsWantedUntilTheLastOneGoes() {
        leases.readers(GATE, 2);
        assertThat(leases.wanted(NOW.plus(Duration.ofDays(1)))).containsExactly(GATE);
        leases.readers(GATE, 0);
        assertThat(leases.wanted(NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void aLeaseIsRenewedLongBeforeItEnds() {
        assertThat(Leases.RENEWAL.multipliedBy(2)).isLessThan(Leases.LENGTH);
    }
}
