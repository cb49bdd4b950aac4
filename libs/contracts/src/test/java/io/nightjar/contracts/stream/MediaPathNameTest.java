// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaPathNameTest {

    private static final StreamId SUB = StreamId.of("gate", Role.SUB);

    @Test
    void aPathIsReadBackAsItIsWritten() {
        assertThat(MediaPathName.of(SUB)).hasToString("gate/sub");
        assertThat(MediaPathName.web(SUB)).hasToString("gate/sub.web");
        assertThat(MediaPathName.parse("gate/sub")).contains(MediaPathName.of(SUB));
        assertThat(MediaPathName.parse("gate/sub.web")).contains(MediaPathName.web(SUB));
    }

    @Test
    void whatNamesNoStreamIsNoPath() {
        assertThat(MediaPathName.parse("gate")).isEmpty();
        assertThat(MediaPathName.parse("gate/Sub")).isEmpty();
        assertThat(MediaPathName.parse("gate/sub.web.web")).isEmpty();
        assertThat(MediaPathName.parse("gate.web/sub")).isEmpty();
    }
}
