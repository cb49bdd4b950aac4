// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.nightjar.contracts.stream.ErrorKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioConverterIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "aac,mp4,44100,2",
        "aac,mp4,16000,1",
        "pcm_alaw,mov,8000,1",
        "pcm_mulaw,mov,8000,1",
        "pcm_s16be,mov,16000,2",
        "pcm_s16le,mov,48000,1",
        "libmp3lame,mov,32000,2",
        "g722,mkv,16000,1"
    })
    void everySoundBecomesOpusAtItsOwnTimesAndSoundsAsBefore(String codec, String container, int rate, int channels)
            throws Exception {
        // Given: a steady tone of 440 Hz
        var file = Recordings.of(
                "sine=frequency=440:sample_rate=" + rate,
                folder.resolve("tone." + container),
                2,
                "-c:a",
                codec,
                "-ac",
                "" + channels,
                "-strict",
                "-2");
        var clip = Recordings.read(file);
        // When
        var opus = new ArrayList<Packet>();
        TrackFormat format;
        try (var converter = AudioConverter.open(clip.format())) {
            format = converter.format();
            clip.packets().forEach(packet -> converter.convert(packet, made -> opus.add(made.copy())));
            assertThat(converter.errors()).isZero();
        }
        // Then
        assertThat(format.codec()).isEqualTo(Codec.OPUS);
        assertThat(format.sampleRate()).isEqualTo(48_000);
        assertThat(format.channels()).isEqualTo(channels);
        assertThat(new String(format.extradata(), 0, 8, StandardCharsets.US_ASCII))
                .isEqualTo("OpusHead");
        assertThat(opus.size()).isCloseTo(100, within(6));
        assertThat(opus.getFirst().ptsMicros())
                .isCloseTo(clip.packets().getFirst().ptsMicros(), within(60_000L));
        for (int i = 1; i < opus.size(); i++) {
            assertThat(opus.get(i).ptsMicros() - opus.get(i - 1).ptsMicros()).isCloseTo(20_000, within(1_100L));
        }
        var judged = judged(played(format, opus));
        assertThat(judged).contains("Audio: opus").contains("48000 Hz");
        assertThat(loudness(judged)).isCloseTo(loudness(judged(file)), within(1.0));
    }

    @Test
    void aGapMovesTheTimeAtOnce() {
        var opus = new ArrayList<Packet>();
        try (var converter = AudioConverter.open(TrackFormat.audio(Codec.PCMU, 8000, 1, new byte[0]))) {
            for (int i = 0; i < 100; i++) {
                long pts = i * 40_000L + (i < 50 ? 0 : 3_000_000);
                var silence = new byte[320];
                Arrays.fill(silence, (byte) 0xff);
                converter.convert(
                        new Packet(1, pts, pts, 0, true, ByteBuffer.wrap(silence)), made -> opus.add(made.copy()));
            }
        }
        assertThat(opus).allMatch(packet -> packet.track() == 1);
        assertThat(opus).anyMatch(packet -> packet.ptsMicros() == 5_000_000);
        assertThat(opus).noneMatch(packet -> packet.ptsMicros() > 2_020_000 && packet.ptsMicros() < 5_000_000);
        assertThat(opus.getLast().ptsMicros()).isCloseTo(99 * 40_000L + 3_000_000, within(40_000L));
    }

    @Test
    void aClockThatRunsFastIsFollowedWithoutJumps() {
        var times = new ArrayList<Long>();
        try (var converter = AudioConverter.open(TrackFormat.audio(Codec.PCMA, 8000, 1, new byte[0]))) {
            for (int i = 0; i < 3_000; i++) {
                long pts = i * 20_040L;
                converter.convert(
                        new Packet(0, pts, pts, 0, true, ByteBuffer.wrap(new byte[160])),
                        made -> times.add(made.ptsMicros()));
            }
        }
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isBetween(19_000L, 21_000L);
        }
        assertThat(times.getLast()).isCloseTo(3_000 * 20_040L, within(70_000L));
    }

    @Test
    void opusPassesUntouchedAndBrokenSoundIsCounted() {
        try (var converter = AudioConverter.open(TrackFormat.audio(Codec.OPUS, 48_000, 2, new byte[0]))) {
            var packet = new Packet(1, 5, 5, 0, true, ByteBuffer.wrap(new byte[] {1, 2, 3}));
            converter.convert(packet, made -> assertThat(made).isSameAs(packet));
        }
        try (var converter = AudioConverter.open(TrackFormat.audio(Codec.AAC, 44_100, 2, new byte[] {0x12, 0x10}))) {
            var noise = new byte[200];
            Arrays.fill(noise, (byte) 0x5a);
            converter.convert(new Packet(1, 5, 5, 0, true, ByteBuffer.wrap(noise)), made -> {});
            assertThat(converter.errors()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeDecodedIsToldWhenOpened() {
        var failure = catchThrowableOfType(
                MediaException.class, () -> AudioConverter.open(TrackFormat.audio(Codec.OTHER, 8_000, 1, new byte[0])));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CODEC);
    }

    private Path played(TrackFormat format, List<Packet> opus) throws Exception {
        try (var writer = FragmentWriter.open(List.of(format))) {
            var file = Files.write(folder.resolve("opus.mp4"), writer.init());
            opus.forEach(writer::write);
            return Files.write(file, writer.cut(), StandardOpenOption.APPEND);
        }
    }

    private static String judged(Path sound) throws Exception {
        return Programs.run(
                Recordings.FFMPEG, "-hide_banner", "-i", sound.toString(), "-af", "volumedetect", "-f", "null", "-");
    }

    private static double loudness(String judged) {
        var found = Pattern.compile("mean_volume: (-?[0-9.]+) dB").matcher(judged);
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
