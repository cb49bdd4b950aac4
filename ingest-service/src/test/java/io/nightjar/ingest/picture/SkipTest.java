// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkipTest {

    @Test
    void afterOneThatPassesSoManyAreLeftOut() {
        assertThat(passed(new Skip(2), 7)).containsExactly(0, 3, 6);
    }

    @Test
    void withNothingToLeaveOutAllPass() {
        assertThat(passed(new Skip(0), 3)).containsExactly(0, 1, 2);
        assertThat(passed(new Skip(-1), 3)).containsExactly(0, 1, 2);
    }

    private static int[] passed(Skip skip, int pictures) {
        return IntStream.range(0, pictures).filter(picture -> skip.passes()).toArray();
    }
}
