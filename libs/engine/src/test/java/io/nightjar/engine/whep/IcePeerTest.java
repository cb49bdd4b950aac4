// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IcePeerTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final InetSocketAddress WIRED = new InetSocketAddress("192.0.2.1", 1000);
    private static final InetSocketAddress WIRELESS = new InetSocketAddress("192.0.2.2", 2000);

    private final IcePeer peer = new IcePeer(BEGIN);

    @Test
    void nothingIsSentBeforeThePlayerProvedItself() {
        assertThat(peer.selected()).isNull();
    }

    @Test
    void theNominatedAddressOfHighestPriorityIsUsed() {
        peer.checked(WIRELESS, 10, true, BEGIN);
        peer.checked(WIRED, 20, false, BEGIN);
        assertThat(peer.selected()).isEqualTo(WIRELESS);

        peer.checked(WIRED, 20, true, BEGIN);
        assertThat(peer.selected()).isEqualTo(WIRED);
    }

    @Test
    void aPlayerThatMovedIsFollowedAtOnce() {
        peer.checked(WIRED, 20, true, BEGIN);
        peer.checked(WIRELESS, 20, true, BEGIN.plusSeconds(2));
        assertThat(peer.selected()).isEqualTo(WIRELESS);
    }

    @Test
    void anAddressNoLongerCheckedIsLeftForAWorseOne() {
        peer.checked(WIRED, 20, true, BEGIN);
        peer.checked(WIRELESS, 10, true, BEGIN.plusSeconds(3));
        assertThat(peer.selected()).isEqualTo(WIRED);

        peer.checked(WIRELESS, 10, true, BEGIN.plusSeconds(7));
        assertThat(peer.selected()).isEqualTo(WIRELESS);
    }

    @Test
    void onlyANewAddressIsReportedAsNew() {
        assertThat(peer.checked(WIRED, 20, true, BEGIN)).isTrue();
        assertThat(peer.checked(WIRED, 20, true, BEGIN)).isFalse();
    }

    @Test
    void consentEndsWithSilence() {
        var consent = Duration.ofSeconds(30);
        assertThat(peer.silentFor(consent, BEGIN.plusSeconds(29))).isFalse();
        peer.checked(WIRED, 20, true, BEGIN.plusSeconds(29));
        assertThat(peer.silentFor(consent, BEGIN.plusSeconds(58))).isFalse();
        assertThat(peer.silentFor(consent, BEGIN.plusSeconds(59))).isTrue();
    }
}
