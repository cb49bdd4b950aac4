// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoPipeTest {

    private static final long FRAME = 66_667;

    private final Collected collected = new Collected();
    private final Damage damage = new Damage();

    @Test
    void everyPictureLeavesWithThePacketItCameInAndAtItsTime() {
        var clip = Clips.moving(320, 180, 30);
        try (var pipe = pipe(clip.format(), Video.Encode.FOR_BROWSERS)) {
            for (int i = 0; i < clip.packets().size(); i++) {
                pipe.take(clip.packets().get(i), false);
                assertThat(collected.packets).hasSize(i + 1);
                assertThat(collected.packets.get(i).ptsMicros()).isEqualTo(i * FRAME);
                assertThat(pipe.counts(0, 0, 0).inFlight()).isZero();
            }
            assertThat(pipe.format().width()).isEqualTo(320);
            assertThat(pipe.format().bFrames()).isFalse();
            assertThat(pipe.format().profile()).isEqualTo("Constrained Baseline");
            assertThat(pipe.format().extradata()).startsWith(0, 0, 0, 1, 0x67);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "640,360,320,-,320,180",
                "640,360,-,180,320,180",
                "640,360,320,320,320,180",
                "640,360,1280,720,640,360",
                "642,362,321,-,320,180",
                "640,480,320,180,240,180",
                "640,360,-,-,640,360"
            })
    void sizesAreBoundsInWhichProportionsAreKept(
            int width, int height, Integer wantedWidth, Integer wantedHeight, int outWidth, int outHeight) {
        var wish = wish(wantedWidth, wantedHeight, null, 1);
        var source = PictureShape.of(TrackFormat.video(Codec.H264, width, height, 15, new byte[0]));
        assertThat(source.encoded(wish).width()).isEqualTo(outWidth);
        assertThat(source.encoded(wish).height()).isEqualTo(outHeight);
    }

    @Test
    void oblongPixelsOfAnAnalogueCameraBecomeSquareWhenItIsScaled() {
        var source = new PictureShape(704, 288, 6, 11, 5, 2, 2);
        var scaled = source.encoded(wish(null, 144, null, 1));
        assertThat(scaled.width()).isEqualTo(192);
        assertThat(scaled.height()).isEqualTo(144);
        assertThat(scaled.pixelWidth()).isEqualTo(scaled.pixelHeight());
        assertThat(source.encoded(Video.Encode.FOR_BROWSERS).pixelWidth()).isEqualTo(6);
    }

    @Test
    void keyPicturesComeAtTheirDistanceAndWhenAskedFor() {
        var clip = Clips.moving(320, 180, 60);
        try (var pipe = pipe(clip.format(), wish(null, null, null, 2))) {
            for (int i = 0; i < 60; i++) {
                if (i == 40) {
                    pipe.requestKey();
                }
                pipe.take(clip.packets().get(i), false);
            }
        }
        assertThat(collected.keyTimes()).containsExactly(0L, 30 * FRAME, 40 * FRAME);
        collected.packets.stream().filter(Packet::key).forEach(key -> assertThat(types(key))
                .containsExactly(7, 8, 5));
    }

    @Test
    void ofManyPicturesSoManyPassAsWereAskedFor() {
        var clip = Clips.moving(320, 180, 150);
        try (var pipe = pipe(clip.format(), wish(null, null, 6.0, 1))) {
            clip.packets().forEach(packet -> pipe.take(packet, false));
            assertThat(collected.packets.size()).isCloseTo(60, within(1));
            assertThat(pipe.counts(0, 0, 0).limited()).isCloseTo(90, within(1L));
            assertThat(pipe.format().fps()).isEqualTo(6);
        }
    }

    @Test
    void aCameraThatIsJustSlowEnoughLosesNoPicture() {
        var limit = new RateLimit(15.0);
        for (int i = 0; i < 200; i++) {
            long trembling = i * FRAME + (i * 7919L % 30_000) - 15_000;
            assertThat(limit.passes(trembling)).isTrue();
        }
        assertThat(limit.passes(5_000_000)).as("the clock was set back").isTrue();
        assertThat(limit.passes(5_010_000)).isFalse();
    }

    @Test
    void picturesThatChangeTheirSizeAreAnnounced() {
        var small = Clips.moving(320, 180, 5);
        var large = Clips.moving(640, 360, 5);
        try (var pipe = pipe(small.format(), Video.Encode.FOR_BROWSERS)) {
            small.packets().forEach(packet -> pipe.take(packet, false));
            large.packets().forEach(packet -> pipe.take(packet.at(packet.ptsMicros() + 5 * FRAME, 0), false));
        }
        assertThat(collected.formats).singleElement().satisfies(changed -> {
            assertThat(changed.width()).isEqualTo(640);
            assertThat(changed.height()).isEqualTo(360);
        });
        assertThat(collected.packets).hasSize(10);
        assertThat(collected.packets.get(5).key()).isTrue();
    }

    @Test
    void aFixedWidthKeepsItsFormatWhateverTheCameraDoes() {
        var small = Clips.moving(320, 180, 3);
        var large = Clips.moving(640, 360, 3);
        try (var pipe = pipe(large.format(), wish(320, null, null, 1))) {
            large.packets().forEach(packet -> pipe.take(packet, false));
            small.packets().forEach(packet -> pipe.take(packet.at(packet.ptsMicros() + 3 * FRAME, 0), false));
        }
        assertThat(collected.formats).isEmpty();
        assertThat(collected.packets).hasSize(6);
    }

    @Test
    void afterDamageNothingIsShownUntilTheNextKeyPicture() {
        var clip = Clips.moving(640, 360, 31);
        try (var pipe = pipe(clip.format(), Video.Encode.FOR_BROWSERS)) {
            for (int i = 0; i < 31; i++) {
                var packet = clip.packets().get(i);
                pipe.take(i == 5 ? torn(packet) : packet, false);
            }
            assertThat(pipe.counts(0, 0, 0).damaged()).isEqualTo(1);
            assertThat(pipe.counts(0, 0, 0).skipped()).isEqualTo(9);
            assertThat(pipe.counts(0, 0, 0).inFlight()).isZero();
        }
        assertThat(collected.packets).extracting(Packet::ptsMicros).doesNotContain(5 * FRAME, 14 * FRAME);
        assertThat(collected.packets).hasSize(21);
        assertThat(damage.count(Damage.Kind.DECODE)).isEqualTo(1);
        assertThat(damage.networkSuspected()).isFalse();
    }

    @Test
    void timesThatJumpBackAreKeptAndBeginWithAKeyPicture() {
        var clip = Clips.moving(320, 180, 20);
        try (var pipe = pipe(clip.format(), Video.Encode.FOR_BROWSERS)) {
            for (int i = 0; i < 20; i++) {
                long pts = i * FRAME + (i < 10 ? 50_000_000 : 0);
                pipe.take(clip.packets().get(i).at(pts, pts), false);
            }
        }
        assertThat(collected.packets).hasSize(20);
        assertThat(collected.packets.get(9).ptsMicros()).isEqualTo(50_000_000 + 9 * FRAME);
        assertThat(collected.packets.get(10).ptsMicros()).isEqualTo(10 * FRAME);
        assertThat(collected.packets.get(10).key()).isTrue();
    }

    @Test
    void hardwareThatFailsInMidStreamIsFollowedBySoftware() {
        var clip = Clips.moving(320, 180, 20);
        var encoders = new Encoders(
                List.of(hardware("first"), hardware("second"), EncoderRecipe.named("libopenh264")), new Failing(8));
        try (var pipe = new VideoPipe(clip.format(), Video.Encode.FOR_BROWSERS, encoders, damage, collected)) {
            assertThat(pipe.encoder()).isEqualTo("first");
            clip.packets().forEach(packet -> pipe.take(packet, false));
            assertThat(pipe.encoder()).isEqualTo("libopenh264");
        }
        assertThat(collected.packets).hasSize(20);
        assertThat(collected.keyTimes()).contains(0L, 8 * FRAME, 16 * FRAME);
        assertThat(collected.formats).isEmpty();
        try (var decoder = PictureDecoder.open(clip.format())) {
            collected.packets.forEach(
                    packet -> assertThat(decoder.accept(packet, true)).isTrue());
            assertThat(decoder.errors()).isZero();
        }
    }

    @Test
    void hardwareThatIsNotThereIsToldInASentence() {
        var encoders = new Encoders(
                List.of(hardware("h264_none"), hardware("h264_broken"), EncoderRecipe.named("libopenh264")),
                PictureEncoder::new);
        assertThat(encoders.attempts()).extracting(Encoders.Attempt::works).containsExactly(false, false, true);
        var failure = catchThrowableOfType(MediaException.class, () -> encoders.choose(Encoder.HARDWARE));
        assertThat(failure)
                .hasMessage("This machine has no hardware that encodes H.264 (tried h264_none, h264_broken):"
                        + " choose the encoder auto or software.");
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIG);
        assertThat(encoders.choose(Encoder.AUTO))
                .extracting(EncoderRecipe::name)
                .containsExactly("libopenh264");
    }

    @Test
    void hardwareComesFirstAndOnlySoftwareIsSoftware() {
        var encoders = new Encoders(List.of(hardware("fast"), EncoderRecipe.named("libopenh264")), new Failing(1_000));
        assertThat(encoders.choose(Encoder.AUTO))
                .extracting(EncoderRecipe::name)
                .startsWith("fast");
        assertThat(encoders.choose(Encoder.SOFTWARE))
                .extracting(EncoderRecipe::name)
                .containsExactly("libopenh264");
    }

    @Test
    void theEncodersOfThisMachineWereReallyTried() {
        var attempts = Encoders.ofThisMachine().attempts();
        assertThat(attempts)
                .extracting(Encoders.Attempt::name)
                .containsExactly("h264_nvenc", "h264_qsv", "h264_vaapi", "h264_v4l2m2m", "libx264", "libopenh264");
        assertThat(attempts)
                .filteredOn(attempt -> attempt.name().equals("libopenh264"))
                .allMatch(Encoders.Attempt::works);
        assertThat(attempts)
                .filteredOn(attempt -> !attempt.works())
                .allMatch(attempt -> !attempt.failure().get().isBlank());
    }

    private VideoPipe pipe(TrackFormat format, Video.Encode wish) {
        return new VideoPipe(format, wish, Encoders.ofThisMachine(), damage, collected);
    }

    private static Video.Encode wish(Integer width, Integer height, Double fps, double keyFrameSeconds) {
        return new Video.Encode(width, height, fps, null, keyFrameSeconds, Encoder.AUTO);
    }

    private static EncoderRecipe hardware(String name) {
        var software = EncoderRecipe.named("libopenh264");
        return new EncoderRecipe(name, true, software.pixelFormat(), 0, false, software.options());
    }

    /** The second half of the picture is missing. */
    private static Packet torn(Packet packet) {
        var data = ByteBuffer.wrap(packet.bytes(), 0, packet.data().remaining() / 2)
                .slice();
        return new Packet(0, packet.ptsMicros(), packet.dtsMicros(), 0, packet.key(), data);
    }

    private static List<Integer> types(Packet packet) {
        return NalUnits.split(packet.data()).stream()
                .map(unit -> unit[0] & 0x1f)
                .toList();
    }

    /** Pretended hardware gives up after so many pictures of its stream; software is real. */
    private record Failing(int pictures) implements VideoEncoder.Factory {
        @Override
        public VideoEncoder open(EncoderRecipe recipe, EncoderSettings settings) {
            var real = new PictureEncoder(EncoderRecipe.named("libopenh264"), settings);
            return recipe.hardware() ? new Breaking(real, new ArrayList<>(), pictures) : real;
        }
    }

    private record Breaking(PictureEncoder real, List<Long> seen, int most) implements VideoEncoder {
        @Override
        public byte[] parameterSets() {
            return real.parameterSets();
        }

        @Override
        public int pixelFormat() {
            return real.pixelFormat();
        }

        @Override
        public List<Packet> encode(AVFrame picture, long ptsMicros, boolean key) {
            if (seen.size() >= most) {
                throw new MediaException("avcodec_send_frame", "the device is gone", ErrorKind.INTERNAL);
            }
            seen.add(ptsMicros);
            return real.encode(picture, ptsMicros, key);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
