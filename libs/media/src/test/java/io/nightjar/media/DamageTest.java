// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.Damage.Kind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageTest {

    private final AtomicLong nanos = new AtomicLong(-5_000);
    private final Damage damage = new Damage(nanos::get);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOST       | [rtsp @ 0x55d1c0] RTP: missed 14 packets",
                "LOST       | [rtsp @ 0x55d1c0] RTP: PT=60: bad cseq 1a2b expected=1a20",
                "CORRUPT    | [rtsp @ 0x55d1c0] Dropped corrupted packet (stream = 0)",
                "CORRUPT    | [mpegts @ 0x55d1c0] Packet corrupt (stream = 0, dts = 3600).",
                "DECODE     | [h264 @ 0x55d1c0] error while decoding MB 53 20, bytestream -7",
                "DECODE     | [h264 @ 0x55d1c0] concealing 1933 DC, 1933 AC, 1933 MV errors in P frame",
                "DECODE     | [hevc @ 0x55d1c0] Could not find ref with POC 12",
                "TIMESTAMPS | [mp4 @ 0x55d1c0] Application provided invalid, non monotonically increasing dts to muxer",
                "TIMESTAMPS | [flv @ 0x55d1c0] Non-monotonous DTS in output stream 0:0",
                "PARAMETERS | [rtsp @ 0x55d1c0] Could not find codec parameters for stream 0: unspecified size",
                "PARAMETERS | [h264 @ 0x55d1c0] non-existing PPS 0 referenced",
                "           | [rtsp @ 0x55d1c0] setting jitter buffer size to 0",
                "           | [swscaler @ 0x55d1c0] deprecated pixel format used"
            })
    void linesOfLibavAreClassified(Kind kind, String line) {
        assertThat(DamageLines.kind(line).orElse(null)).isEqualTo(kind);
    }

    @Test
    void aLittleDamageIsNoSuspicionAndMuchOfItInAMinuteIs() {
        for (int i = 0; i < 9; i++) {
            damage.seen(Kind.LOST);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
        }
        assertThat(damage.networkSuspected()).isFalse();
        damage.seen(Kind.DECODE);
        assertThat(damage.networkSuspected()).isTrue();
        assertThat(damage.count(Kind.LOST)).isEqualTo(9);
        assertThat(damage.total()).isEqualTo(10);
    }

    @Test
    void damageLongAgoIsForgiven() {
        for (int i = 0; i < 30; i++) {
            damage.seen(Kind.CORRUPT);
        }
        assertThat(damage.networkSuspected()).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(damage.networkSuspected()).isFalse();
    }
}
