// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.fuzz.Mutations;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of a camera's video without libav: nothing is ever thrown, and nothing grows without end. */
class MediaFuzzTest {

    private static final byte[] MAIN = hex("67640028acd940780227e5c044000003000400000300c83c60c658");
    private static final byte[] BASELINE = hex("6742c016da0280bfe5c05a8303035280000003008000000f478b1750");
    private static final byte[] HEVC =
            hex("42010101600000030090000003000003003fa00502016965959a4932bc05a020000003002000000301e1");
    private static final byte[] PPS = hex("68ebe3cb22c0");
    private static final byte[] JPEG_HEAD =
            hex("ffd8ffe000104a46494600010100000100010000ffdb0003aaffc0000b080168028001011100ffda0003bb");

    @Test
    void parameterSetsAreReadOrLeft() {
        Mutations.of(MAIN, BASELINE, HEVC).check(10_000, (input, random) -> {
            for (var codec : List.of(Codec.H264, Codec.H265)) {
                VideoParameters.of(codec, List.of(input)).ifPresent(MediaFuzzTest::isSound);
            }
        });
    }

    private static void isSound(VideoParameters parameters) {
        assertThat(parameters.width()).isPositive();
        assertThat(parameters.height()).isPositive();
        assertThat(parameters.fps()).isBetween(0.0, 240.0);
        assertThat(parameters.reorderFrames()).isBetween(-1, 16);
        assertThat(parameters.codecs()).hasSizeLessThan(60);
    }

    @Test
    void configurationsAreReadAsFarAsTheyGo() {
        Mutations.of(avcC(), hvcC(), annexB(MAIN, PPS)).check(10_000, (input, random) -> {
            for (var codec : List.of(Codec.H264, Codec.H265, Codec.MJPEG)) {
                var units = NalUnits.parameterSets(codec, input);

                assertThat(units.stream().mapToLong(unit -> unit.length).sum()).isLessThanOrEqualTo(input.length);
                assertThat(units).noneMatch(unit -> unit.length == 0);
                VideoParameters.of(codec, units).ifPresent(MediaFuzzTest::isSound);
            }
        });
    }

    @Test
    void byteStreamsAreCutIntoUnits() {
        Mutations.of(annexB(MAIN, PPS, filled(3000)), annexB(HEVC, filled(100))).check(5000, (input, random) -> {
            var units = NalUnits.split(ByteBuffer.wrap(input));

            assertThat(units).noneMatch(unit -> unit.length == 0);
            assertThat(NalUnits.join(units).remaining()).isLessThanOrEqualTo(input.length + 4 * units.size());
            assertThat(NalUnits.hasParameterSet(ByteBuffer.wrap(input))).isIn(true, false);
        });
    }

    @Test
    void sizesOfPicturesAreReadOrLeft() {
        Mutations.of(JPEG_HEAD).check(5000, (input, random) -> {
            var data = ByteBuffer.wrap(input);
            JpegSize.of(data).ifPresent(size -> assertThat(size.width()).isBetween(0, 65_535));

            assertThat(data.position()).isZero();
        });
    }

    @Test
    void piecesMakePicturesWithoutLosingAny() {
        var slice = annexB(filled(1400));
        Mutations.of(slice, filled(1400), filled(90), annexB(MAIN, PPS), annexB(filled(200)))
                .check(200, (input, random) -> {
                    var units = new AccessUnits(random.nextBoolean() ? Codec.H264 : Codec.H265);
                    long[] bytes = new long[2];
                    long time = 0;
                    for (int piece = 0; piece < 60; piece++) {
                        int from = random.nextInt(Math.min(1400, input.length) + 1);
                        var part = ByteBuffer.wrap(input, from, random.nextInt(Math.min(3000, input.length - from) + 1))
                                .slice();
                        bytes[0] += part.remaining();
                        time += random.nextInt(3) == 0 ? random.nextInt(-100, 3000) : 0;
                        units.take(part, time, (data, pts, key) -> bytes[1] += data.remaining());
                    }
                    units.end((data, pts, key) -> bytes[1] += data.remaining());
                    assertThat(bytes[1]).isEqualTo(bytes[0]);
                });
    }

    @Test
    void aPictureWithoutEndIsNotCollectedForever() {
        var units = new AccessUnits(Codec.H264);
        var piece = annexB(filled(60_000));
        var largest = new long[1];
        AccessUnits.Sink sink = (data, pts, key) -> largest[0] = Math.max(largest[0], data.remaining());
        for (int fed = 0; fed < 64 << 20; fed += piece.length) {
            units.take(ByteBuffer.wrap(piece), 5, sink);
        }
        units.end(sink);

        assertThat(largest[0]).isLessThanOrEqualTo(16 << 20);
    }

    private static byte[] avcC() {
        return joined(hex("01640028ffe1"), length(MAIN), MAIN, hex("01"), length(PPS), PPS);
    }

    private static byte[] hvcC() {
        return joined(
                Arrays.copyOf(hex("01"), 22), hex("02a10001"), length(HEVC), HEVC, hex("a20001"), length(PPS), PPS);
    }

    private static byte[] length(byte[] unit) {
        return new byte[] {(byte) (unit.length >> 8), (byte) unit.length};
    }

    private static byte[] annexB(byte[]... units) {
        return NalUnits.join(List.of(units)).array();
    }

    private static byte[] filled(int length) {
        var unit = new byte[length];
        Arrays.fill(unit, (byte) 0x65);
        return unit;
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
