// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtcpTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "nightjar"})
    void aCompoundPacketReadsBack(String name) {
        var reports = List.of(
                new Rtcp.SenderReport(1, NtpTime.ofEpochMicros(1_700_000_000_123_456L), 5, 6, 7),
                new Rtcp.ReceiverReport(2, List.of(new Rtcp.Reception(3, 255, -4, 5, 6, 7, 8))),
                new Rtcp.SourceDescription(4, name),
                new Rtcp.Bye(List.of(5, 6)));

        var bytes = Rtcp.write(reports);

        assertThat(bytes.length % 4).isZero();
        assertThat(Rtcp.parse(ByteBuffer.wrap(bytes))).isEqualTo(reports);
    }

    @Test
    void unknownKindsAreSkippedAndBrokenOnesEndTheList() {
        // an application packet, then a sender report cut short
        var bytes = HexFormat.of().parseHex("80cc0001" + "00000001" + "80c80006" + "00000001");

        assertThat(Rtcp.parse(ByteBuffer.wrap(bytes))).isEmpty();
        assertThat(Rtcp.parse(ByteBuffer.wrap(new byte[] {(byte) 0x80}))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999, 1_700_000_000_000_001L, 1_793_534_400_123_457L})
    void everyMicrosecondSurvivesNtp(long micros) {
        assertThat(NtpTime.toEpochMicros(NtpTime.ofEpochMicros(micros))).isEqualTo(micros);
    }

    @Test
    void receptionIsCounted() {
        var statistics = new ReceptionStatistics(9, 90_000);
        for (int sequence : new int[] {65_534, 65_535, 0, 3}) {
            statistics.received(Packets.raw(sequence, 0, false, 1), 1_000_000);
        }
        statistics.reported(new Rtcp.SenderReport(1, 0x0000_1234_5678_0000L, 0, 0, 0), 1_000_000);

        var report = (Rtcp.ReceiverReport) Rtcp.parse(ByteBuffer.wrap(statistics.receiverReport(1_500_000)))
                .getFirst();

        var reception = report.receptions().getFirst();
        assertThat(reception.cumulativeLost()).isEqualTo(2);
        assertThat(reception.fractionLost()).isEqualTo(2 * 256 / 6);
        assertThat(reception.highestSequence()).isEqualTo(65_536 + 3);
        assertThat(reception.lastReport()).isEqualTo(0x1234_5678);
        assertThat(reception.delay()).isEqualTo(32_768);
    }

    @Test
    void timestampsUnwrapAndComeFromTheWallClock() {
        var timeline = new RtpTimeline(90_000);
        assertThat(timeline.micros(0xffff_ff00)).isZero();
        assertThat(timeline.ticks(0x100)).isEqualTo(0x200);
        assertThat(timeline.ticks(0xffff_ff00)).isZero();
        assertThat(timeline.peekMicros(90_000 - 0x100)).isEqualTo(1_000_000);

        long wall = 1_793_534_400_123_457L;
        assertThat(RtpTimeline.fromMicros(wall, 90_000)).isEqualTo((int) (wall * 9 / 100));
    }
}
