// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Amf0Test {

    @Test
    void valuesComeBackAsTheyWere() {
        var values = Arrays.<Object>asList("connect", 1.0, true, null, Map.of("app", "bcs", "depth", Map.of("n", 2.0)));

        assertThat(Amf0.read(Amf0.write(values))).isEqualTo(values);
    }

    @Test
    void numbersAndTextsLookAsTheFormatSays() {
        assertThat(HexFormat.of().formatHex(Amf0.write(Arrays.asList("a", 1))))
                .isEqualTo("02000161" + "003ff0000000000000");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() -> Amf0.read(new byte[] {0x0b, 0, 0})).hasMessageContaining("type 11");
    }
}
