// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import org.junit.jupiter.api.Test;

class FeedKeyTest {
    private static final StreamId GATE = StreamId.of("gate", Role.SUB);

    @Test
    void wishesThatDifferLittleShareAFeedAndNoneIsOutOfBounds() {
        assertThat(FeedKey.of(GATE, 15, 600)).isEqualTo(FeedKey.of(GATE, 15, 640));
        assertThat(FeedKey.of(GATE, 0, -5)).isEqualTo(new FeedKey(GATE, 1, 160));
        assertThat(FeedKey.of(GATE, 999, Integer.MAX_VALUE - 200)).isEqualTo(new FeedKey(GATE, 30, 1920));
        assertThat(FeedKey.of(GATE, 15, 640).path()).isEqualTo("/internal/ingest/mjpeg/gate/sub?fps=15&width=640");
    }
}
