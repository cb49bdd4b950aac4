// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    private final Lease lease = Lease.none(Duration.ofSeconds(5)).extended(NOW, Duration.ofSeconds(30));

    @Test
    void itHoldsAsLongAsAskedPlusAGrace() {
        assertThat(Lease.none(Duration.ofSeconds(5)).holds(NOW)).isFalse();
        assertThat(lease.holds(NOW.plusSeconds(34))).isTrue();
        assertThat(lease.holds(NOW.plusSeconds(35))).isFalse();
    }

    @Test
    void aShorterWishNeverShortensItAndNobodyAsksForEver() {
        assertThat(lease.extended(NOW, Duration.ofSeconds(1))).isEqualTo(lease);
        assertThat(lease.extended(NOW, Duration.ofDays(9)).until()).isEqualTo(NOW.plus(Lease.LONGEST));
    }
}
