// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.Codec;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {

    private static final byte[] SLICE = {0x65, 9, 9, 9};

    private final ParameterSets sets = new ParameterSets(TrackFormat.video(Codec.H264, 640, 360, 15, new byte[0]));

    @Test
    void onlyAnotherSequenceParameterSetIsAChange() {
        byte[] small = {0x67, 1, 2, 3};
        byte[] large = {0x67, 1, 2, 4};
        byte[] picture = {0x68, 7};

        assertThat(sets.changed(key(small, picture, SLICE))).isFalse();
        assertThat(sets.changed(key(small, picture, SLICE))).isFalse();
        assertThat(sets.changed(key(SLICE)))
                .as("a key frame without parameter sets")
                .isFalse();
        assertThat(sets.changed(key(large, picture, SLICE))).isTrue();
        assertThat(sets.changed(key(large, picture, SLICE))).isFalse();
    }

    private static Packet key(byte[]... units) {
        var data = new ByteArrayOutputStream();
        for (var unit : units) {
            data.writeBytes(new byte[] {0, 0, 0, 1});
            data.writeBytes(unit);
        }
        return new Packet(0, 0, 0, 1, true, ByteBuffer.wrap(data.toByteArray()));
    }
}
