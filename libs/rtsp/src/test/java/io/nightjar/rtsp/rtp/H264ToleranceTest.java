// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static io.nightjar.rtsp.rtp.Packets.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What cameras make of RFC 6184. */
class H264ToleranceTest {

    private final H264Depacketizer depacketizer = new H264Depacketizer();

    @Test
    void startCodesInsideAUnitSeparateUnits() {
        assertThat(single(raw(0, 9, true, 0, 0, 0, 1, 0x67, 1, 0, 0, 1, 0x68, 2, 0, 0, 0, 1, 0x65, 3)))
                .containsExactly(bytes(0x67, 1), bytes(0x68, 2), bytes(0x65, 3));
    }

    @Test
    void startCodesInsideFragmentsSeparateUnits() {
        assertThat(single(
                        raw(0, 9, false, 0x7c, 0x87, 1, 0, 0),
                        raw(1, 9, false, 0x7c, 0x07, 0, 1, 0x68, 2, 0, 0),
                        raw(2, 9, true, 0x7c, 0x47, 1, 0x65, 3)))
                .containsExactly(bytes(0x67, 1), bytes(0x68, 2), bytes(0x65, 3));
    }

    @Test
    void aFragmentThatIsStartAndEndIsAWholeUnit() {
        assertThat(single(raw(0, 9, true, 0x7c, 0xc5, 1, 2, 3))).containsExactly(bytes(0x65, 1, 2, 3));
    }

    @Test
    void emptyFragmentsAndTheReservedBitAreIgnored() {
        assertThat(single(
                        raw(0, 9, false, 0x7c, 0xa5, 1),
                        raw(1, 9, false, 0x7c, 0x25),
                        raw(2, 9, false, 0x7c),
                        raw(3, 9, true, 0x7c, 0x65, 2)))
                .containsExactly(bytes(0x65, 1, 2));
    }

    @Test
    void parameterSetsWithAnEarlierTimestampBelongToThePicture() {
        var units = Packets.units(
                depacketizer, List.of(raw(0, 8, true, 0x67, 1), raw(1, 8, true, 0x68, 2), raw(2, 9, true, 0x65, 3)));

        assertThat(units).hasSize(1);
        assertThat(units.getFirst().timestamp()).isEqualTo(9);
        assertThat(units.getFirst().parts()).hasSize(3);
    }

    @Test
    void aMarkerOnDescriptionsEndsNoPicture() {
        assertThat(single(raw(0, 9, true, 0x06, 1), raw(1, 9, true, 0x65, 3))).hasSize(2);
    }

    @Test
    void zerosAtTheEndAndPaddingInAggregatesAreTakenOff() {
        assertThat(single(
                        raw(0, 9, false, 0x78, 0, 2, 0x67, 1, 0, 4, 0x68, 2, 0, 0, 0, 0),
                        raw(1, 9, true, 0x65, 3, 0, 0)))
                .containsExactly(bytes(0x67, 1), bytes(0x68, 2), bytes(0x65, 3));
    }

    @Test
    void withoutMarkersTheNextTimestampEndsAPicture() {
        var units = Packets.units(
                depacketizer,
                List.of(raw(0, 9, false, 0x65, 1), raw(1, 9, false, 0x65, 2), raw(2, 10, false, 0x41, 3)));

        assertThat(units).hasSize(1);
        assertThat(units.getFirst().parts()).hasSize(2);
        depacketizer.flush(last -> assertThat(last.parts()).containsExactly(bytes(0x41, 3)));
    }

    @Test
    void aFragmentWithoutABeginningIsDropped() {
        var units =
                Packets.units(depacketizer, List.of(raw(0, 9, false, 0x7c, 0x05, 1), raw(1, 9, true, 0x7c, 0x45, 2)));

        assertThat(units).isEmpty();
    }

    @Test
    void brokenAggregatesAndUnknownTypesDoNoHarm() {
        assertThat(Packets.units(
                        depacketizer,
                        List.of(raw(0, 9, true, 0x78, 0xff, 0xff, 1), raw(1, 9, true, 0x7f, 1), raw(2, 9, true))))
                .isEmpty();
    }

    private List<byte[]> single(RtpPacket... packets) {
        var units = Packets.units(depacketizer, List.of(packets));
        assertThat(units).hasSize(1);
        return units.getFirst().parts();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
