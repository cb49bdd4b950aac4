// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.engine.path.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPayloadsTest {

    private static final byte[] SPS = {0x67, 1, 2};
    private static final byte[] PPS = {0x68, 3, 4};
    private static final byte[] DELIMITER = {9, 0x10, 0};
    private static final Track H264 = new Track(0, Codec.H264, 96, 90_000, 0, List.of(SPS, PPS));

    private final SharedPayloads payloads = new SharedPayloads();

    @Test
    void everySessionIsGivenTheSamePayloads() {
        var unit = new Unit(0, 1, true, List.of(new byte[5000]));
        assertThat(payloads.of(unit, H264)).isSameAs(payloads.of(unit, H264));
        assertThat(payloads.of(unit, H264))
                .allSatisfy(payload -> assertThat(payload.bytes().length).isLessThanOrEqualTo(SharedPayloads.LARGEST));
    }

    @Test
    void aKeyPictureWithoutParameterSetsIsGivenThem() {
        var picture = picture(0x65, 3000);
        var cut = payloads.of(new Unit(0, 1, true, List.of(DELIMITER, picture)), H264);

        assertThat(cut.getFirst().bytes()).containsExactly(0x78, 0, 3, 0x67, 1, 2, 0, 3, 0x68, 3, 4);
        assertThat(cut).extracting(Payload::marker).containsExactly(false, false, false, true);
    }

    @Test
    void aKeyPictureThatBringsItsOwnKeepsThem() {
        byte[] newer = {0x67, 9, 9};
        var cut = payloads.of(new Unit(0, 1, true, List.of(newer, PPS, picture(0x65, 3000))), H264);
        assertThat(cut.getFirst().bytes()).containsExactly(0x78, 0, 3, 0x67, 9, 9, 0, 3, 0x68, 3, 4);
    }

    @Test
    void otherPicturesAreSentAsTheyAre() {
        var picture = picture(0x41, 100);
        var cut = payloads.of(new Unit(0, 1, false, List.of(picture)), H264);
        assertThat(cut).singleElement().satisfies(payload -> {
            assertThat(payload.bytes()).isEqualTo(picture);
            assertThat(payload.marker()).isTrue();
        });
    }

    private static byte[] picture(int header, int length) {
        byte[] picture = new byte[length];
        picture[0] = (byte) header;
        return picture;
    }
}
