// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.Codec;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RtpTrackTest {

    private static final long START = 1_700_000_000_000_000L;

    @Test
    void aPictureIsItsUnitsAtItsWallClockTime() {
        var format = TrackFormat.video(
                Codec.H264, 64, 64, 15, hex("00000001 6742c01e d9 00000001 68ce3c80".replace(" ", "")));
        var track = new RtpTrack(format, 0, START);

        var units = track.units(packet("000000016742c01ed90000000168ce3c80000001658884", 40_000));

        assertThat(units).hasSize(1);
        assertThat(units.getFirst().epochMicros()).isEqualTo(START + 40_000);
        assertThat(units.getFirst().parts()).extracting(part -> part[0] & 0x1f).containsExactly(7, 8, 5);
        assertThat(track.announced().media().parameter("profile-level-id")).contains("42C01E");
        assertThat(track.announced().media().parameterSets()).hasSize(2);
    }

    @Test
    void aacOfTransportStreamsLosesItsHeadersAndIsDescribedAllTheSame() {
        var track = new RtpTrack(TrackFormat.audio(Codec.AAC, 48_000, 2, new byte[0]), 1, START);

        assertThat(track.announced().media().parameter("config")).contains("1190");
        assertThat(track.units(packet("fff14c8002bffc2122", 0))
                        .getFirst()
                        .parts()
                        .getFirst())
                .isEqualTo(hex("2122"));
        assertThat(track.units(packet("2122", 0)).getFirst().parts().getFirst()).isEqualTo(hex("2122"));
    }

    @Test
    void longSoundIsCutBetweenSamplesAndEachPieceHasItsTime() {
        var track = new RtpTrack(TrackFormat.audio(Codec.L16, 8_000, 1, new byte[0]), 1, START);

        var units = track.units(new Packet(1, 0, 0, 0, true, ByteBuffer.allocate(4_000)));

        assertThat(units).extracting(unit -> unit.parts().getFirst().length).containsExactly(1400, 1400, 1200);
        assertThat(units).extracting(unit -> unit.epochMicros() - START).containsExactly(0L, 87_500L, 175_000L);
    }

    @Test
    void telephoneSoundKeepsItsUsualType() {
        var track = new RtpTrack(TrackFormat.audio(Codec.PCMA, 8_000, 1, new byte[0]), 1, START);

        assertThat(track.announced().media().payloadType()).isEqualTo(8);
        assertThat(track.announced().media().control()).isEqualTo("streamid=1");
    }

    private static Packet packet(String hex, long pts) {
        return new Packet(0, pts, pts, 0, true, ByteBuffer.wrap(hex(hex)));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
