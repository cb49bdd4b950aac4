// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.engine.whep.Feedback.Missing;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    private static final String REPORT = "81c90007 00000001 0000000b 0c000003 00010010 00000020 00000000 00000000";

    @Test
    void aCompoundPacketOfReportNackAndPictureLossIsRead() {
        var feedback = parse(REPORT + "81cd0003 00000001 0000000b fffe0005" + "81ce0002 00000001 0000000b");

        assertThat(feedback.missing())
                .containsExactly(new Missing(11, 65_534), new Missing(11, 65_535), new Missing(11, 1));
        assertThat(feedback.pictureLost()).isTrue();
        assertThat(feedback.receptions()).singleElement().satisfies(reception -> {
            assertThat(reception.ssrc()).isEqualTo(11);
            assertThat(reception.cumulativeLost()).isEqualTo(3);
        });
    }

    @Test
    void aFullIntraRequestAsksForAKeyPictureToo() {
        assertThat(parse("84ce0004 00000001 00000000 0000000b 01000000").pictureLost())
                .isTrue();
        assertThat(parse(REPORT).pictureLost()).isFalse();
    }

    @Test
    void brokenPacketsSayNothing() {
        assertThat(parse("81cd00ff 00000001").missing()).isEmpty();
        assertThat(parse("81cd0001 00000001").missing()).isEmpty();
        assertThat(parse("").missing()).isEmpty();
    }

    private static Feedback parse(String hex) {
        return Feedback.parse(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }
}
