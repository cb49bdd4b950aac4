// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.media.Codec;
import io.nightjar.media.NalUnits;
import io.nightjar.media.Packet;
import io.nightjar.media.PacketReader;
import io.nightjar.media.ReaderOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams with B-frames, as some cameras send them: decode times are made up again, and another decoder agrees. */
class HlsReorderedIT {

    private static final int PICTURES = 75;

    @TempDir
    Path folder;

    private final Paths paths = new Paths(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"libx264,H264,avc1.", "libx265,H265,hvc1.1.6.L"})
    void picturesAreShownInOrderAndNoneIsMissing(String encoder, Track.Codec codec, String codecs) throws Exception {
        // Given
        var clip = folder.resolve("clip.mp4");
        run(
                "/usr/bin/ffmpeg",
                "-v",
                "quiet",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25",
                "-frames:v",
                "" + PICTURES,
                "-c:v",
                encoder,
                "-bf",
                "2",
                "-g",
                "25",
                "-preset",
                "veryfast",
                clip.toString());
        var packets = new ArrayList<Packet>();
        List<byte[]> sets;
        try (var reader = PacketReader.open(ReaderOptions.of(clip.toString()))) {
            var format = reader.tracks().getFirst();
            assertThat(format.bFrames()).isTrue();
            sets = NalUnits.parameterSets(Codec.valueOf(codec.name()), format.extradata());
            while (reader.read(packet -> packets.add(packet.copy()))) {}
        }
        // When
        var track = new Track(0, codec, 96, 90_000, 0, sets);
        var publication = paths.publish(Feed.GATE, List.of(track)).orElseThrow();
        packets.subList(0, 24).forEach(packet -> publication.unit(unit(packet)));
        var file = new ByteArrayOutputStream();
        try (var server = new HlsServer(paths)) {
            assertThat(new String(get(server, "index.m3u8"), StandardCharsets.UTF_8))
                    .contains(codecs);
            packets.subList(24, PICTURES).forEach(packet -> publication.unit(unit(packet)));
            publication.close("The end");
            await().until(() ->
                    MediaPlaylist.parse(get(server, "stream.m3u8")).segments().size() == 3);
            var playlist = MediaPlaylist.parse(get(server, "stream.m3u8"));
            new PlaylistRules().check(playlist);
            file.write(get(server, playlist.segments().getFirst().map()));
            for (var segment : playlist.segments()) {
                file.write(get(server, segment.uri()));
            }
        }
        // Then
        var muxed = Files.write(folder.resolve("muxed.mp4"), file.toByteArray());
        var times = run(
                        "/usr/bin/ffprobe",
                        "-v",
                        "error",
                        "-show_entries",
                        "frame=pts_time",
                        "-of",
                        "csv=p=0",
                        muxed.toString())
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Double.parseDouble(line.replace(",", "")))
                .toList();
        assertThat(times).hasSize(PICTURES);
        for (int i = 1; i < PICTURES; i++) {
            assertThat(times.get(i) - times.get(i - 1)).isBetween(0.03, 0.05);
        }
    }

    private static Unit unit(Packet packet) {
        return new Unit(0, Feed.START + packet.ptsMicros(), packet.key(), NalUnits.split(packet.data()));
    }

    private static byte[] get(HlsServer server, String file) throws Exception {
        var reply = server.get(Feed.GATE, file, Map.of()).toCompletableFuture().get(15, TimeUnit.SECONDS);
        assertThat(reply.status()).as(file).isEqualTo(200);
        return reply.body();
    }

    private static String run(String... command) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(command[0])), "SKIPPED: " + command[0] + " is not installed");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
