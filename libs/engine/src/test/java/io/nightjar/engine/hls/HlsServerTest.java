// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import static io.nightjar.engine.hls.Feed.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Track;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HlsServerTest {

    /** Seconds for what is expected to come at once. */
    private static final int PATIENCE = 15;

    private final Paths paths = new Paths(Clock.systemUTC());
    private HlsServer server = new HlsServer(paths);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theFirstPlaylistComesFromTheCachedPictures() throws Exception {
        Feed.of(paths, 640, 360).push(14);

        var index = text(get("index.m3u8"));
        var playlist = playlist();

        assertThat(index)
                .contains("CODECS=\"avc1.")
                .contains("RESOLUTION=640x360")
                .contains("\nstream.m3u8\n");
        assertThat(playlist.items()).filteredOn(MediaPlaylist.Item::gap).hasSize(7);
        assertThat(playlist.parts()).hasSize(4);
        assertThat(playlist.parts().getFirst().independent()).isTrue();
        assertThat(playlist.items().getLast().time()).isEqualTo(Instant.ofEpochMilli(Feed.START / 1000));
        assertThat(get("part", playlist.parts().getFirst().uri()).status()).isEqualTo(200);
        assertThat(get("init", playlist.items().getLast().map()).contentType()).isEqualTo("video/mp4");
    }

    @Test
    void everyPlaylistOfAJitteryStreamKeepsTheRules() throws Exception {
        var feed = Feed.of(paths, 320, 180).jitter(12_000).push(14);
        var rules = new PlaylistRules();
        var first = playlist();
        rules.check(first);
        long msn = first.lastMsn();
        int part = first.items().getLast().parts().size();

        for (int second = 0; second < 20; second++) {
            for (int frame = 0; frame < 15; frame++) {
                feed.push();
                if (frame % 3 == 2) {
                    var next = MediaPlaylist.parse(waitFor(msn, part).body());
                    rules.check(next);
                    boolean open = next.items().getLast().uri() == null;
                    msn = open ? next.lastMsn() : next.lastMsn() + 1;
                    part = open ? next.items().getLast().parts().size() : 0;
                }
            }
        }

        assertThat(rules.seen()).isEqualTo(101);
        var last = playlist();
        assertThat(last.segments()).hasSize(7).allSatisfy(segment -> assertThat(segment.duration())
                .isBetween(0.9, 1.1));
        assertThat(last.items()).noneMatch(MediaPlaylist.Item::gap);
    }

    @Test
    void partsAreTheirSegmentInPieces() throws Exception {
        var feed = Feed.of(paths, 320, 180).push(14);
        playlist();
        feed.push(30);
        var playlist =
                MediaPlaylist.parse(waitFor(Feed.START / 1_000_000 + 1, -1).body());
        var segment = playlist.segments().getLast();

        var whole = new ByteArrayOutputStream();
        for (var part : segment.parts()) {
            whole.write(get("part", part.uri()).body());
        }

        assertThat(segment.parts()).hasSize(5);
        assertThat(get("segment", segment.uri()).body()).isEqualTo(whole.toByteArray());
    }

    @Test
    void waitingPlayersAreReleasedTogetherByTheNextPart() throws Exception {
        var feed = Feed.of(paths, 320, 180).push(14);
        var now = playlist();
        long msn = now.lastMsn();
        int next = now.parts().size();
        var waiting = new ArrayList<CompletableFuture<HlsReply>>();
        for (int i = 0; i < 10; i++) {
            waiting.add(reload(msn, next, false));
        }
        var hinted = request(now.hint());

        feed.push();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        assertThat(hinted).isNotDone();
        feed.push(2);

        await().until(() -> waiting.stream().allMatch(CompletableFuture::isDone));
        assertThat(waiting)
                .extracting(done -> done.join().body())
                .containsOnly(waiting.getFirst().join().body());
        assertThat(hinted.get(PATIENCE, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(MediaPlaylist.parse(waiting.getFirst().join().body()).parts())
                .extracting(MediaPlaylist.PartLine::uri)
                .contains(now.hint());
    }

    @Test
    void aWaitForAPartThatItsSegmentDoesNotGetIsAWaitForTheNextSegment() throws Exception {
        var feed = Feed.of(paths, 320, 180).push(14);
        long msn = playlist().lastMsn();
        var waiting = reload(msn, 6, false);

        feed.push(4);
        assertThat(reload(msn + 1, 0, false)).isNotDone();
        assertThat(waiting).isNotDone();
        feed.push(3);

        assertThat(MediaPlaylist.parse(waiting.get(PATIENCE, TimeUnit.SECONDS).body())
                        .lastMsn())
                .isEqualTo(msn + 1);
    }

    @Test
    void directivesThatCannotBeAreRefusedAtOnce() throws Exception {
        Feed.of(paths, 320, 180).push(14);
        long open = playlist().lastMsn();

        assertThat(status(Map.of("_HLS_part", "1"))).isEqualTo(400);
        assertThat(status(Map.of("_HLS_msn", "one"))).isEqualTo(400);
        assertThat(status(Map.of("_HLS_msn", "" + (open + 2)))).isEqualTo(400);
        assertThat(status(Map.of("_HLS_msn", "" + open, "_HLS_part", "40"))).isEqualTo(400);
        assertThat(status(Map.of("_HLS_msn", "" + (open - 5)))).isEqualTo(200);
        assertThat(get("x", "00000000_part1.mp4").status()).isEqualTo(404);
        assertThat(get("x", playlist().hint().replace("_part", "_part9")).status())
                .isEqualTo(404);
        assertThat(get("x", "../../etc/passwd").status()).isEqualTo(404);
    }

    @Test
    void aStreamThatStopsCostsAWaitingPlayerThreeTargetDurations() throws Exception {
        Feed.of(paths, 320, 180).push(14);
        var now = playlist();
        long start = System.nanoTime();

        var reply = reload(now.lastMsn(), now.parts().size(), false).get(30, TimeUnit.SECONDS);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(5800), Duration.ofSeconds(15));
    }

    @Test
    void aDeltaUpdateAndWhatThePlayerKnowsMakeTheFullPlaylist() throws Exception {
        server.close();
        server = new HlsServer(paths, new HlsOptions(30, Duration.ofSeconds(10), Duration.ofSeconds(60)));
        var feed = Feed.of(paths, 320, 180).push(14);
        playlist();
        feed.push(15 * 40);
        await().until(() -> playlist().lastMsn() >= Feed.START / 1_000_000 + 40);

        var full = playlist();
        var delta = MediaPlaylist.parse(
                reload(-1, -1, true).get(PATIENCE, TimeUnit.SECONDS).body());

        assertThat(delta.skipped()).isBetween(15, 20);
        assertThat(delta.firstMsn()).isEqualTo(full.firstMsn());
        assertThat(delta.items())
                .isEqualTo(full.items().subList(delta.skipped(), full.items().size()));
    }

    @Test
    void aPublisherThatComesBackContinuesAfterADiscontinuity() throws Exception {
        var feed = Feed.of(paths, 320, 180).push(14);
        var before = playlist();
        var waiting = reload(before.lastMsn() + 1, 0, false);

        feed.leave();
        feed.comeBack(3_000_000);
        feed.push(14);

        var after = MediaPlaylist.parse(waiting.get(PATIENCE, TimeUnit.SECONDS).body());
        var fresh = after.items().getLast();
        assertThat(fresh.msn()).isEqualTo(before.lastMsn() + 1);
        assertThat(fresh.discontinuity()).isTrue();
        assertThat(fresh.map()).isNotEqualTo(before.items().getLast().map());
        assertThat(fresh.parts().getFirst().independent()).isTrue();
        assertThat(Duration.between(before.items().getLast().time(), fresh.time()))
                .isGreaterThan(Duration.ofSeconds(3));
        assertThat(after.firstMsn()).isEqualTo(before.firstMsn() + 1);
        feed.push(15 * 10);
        await().untilAsserted(
                        () -> assertThat(playlist().discontinuitySequence()).isEqualTo(1));
    }

    @Test
    void aChangeOfFormatGetsItsOwnInitSection() throws Exception {
        var feed = Feed.of(paths, 320, 180).push(14);
        var before = playlist();

        feed.format(List.of(Feed.track(Feed.pictures(640, 360))));
        feed.push(14);

        var after = MediaPlaylist.parse(waitFor(before.lastMsn() + 1, 0).body());
        assertThat(after.items().getLast().discontinuity()).isTrue();
        assertThat(get("init", after.items().getLast().map()).body())
                .isNotEqualTo(get("init", before.items().getLast().map()).body());
        assertThat(get("init", before.items().getLast().map()).status()).isEqualTo(200);
        assertThat(text(get("index.m3u8"))).contains("RESOLUTION=640x360");
    }

    @Test
    void longDistancesBetweenKeyPicturesMakeLongSegmentsAndShortParts() throws Exception {
        var feed = Feed.of(paths, 320, 180).gop(60).push(140);
        new PlaylistRules().check(playlist());
        feed.push(300);
        await().until(() -> playlist().segments().size() == 5);
        var last = playlist();
        new PlaylistRules().check(last);
        assertThat(last.targetSeconds()).isEqualTo(4);
        assertThat(last.segments())
                .allSatisfy(segment -> assertThat(segment.duration()).isBetween(3.9, 4.1));
    }

    @Test
    void soundComesWithThePictures() throws Exception {
        Feed.withSound(paths).push(14);
        assertThat(text(get("index.m3u8"))).contains(",opus\"");
        var part = playlist().parts().getLast();
        assertThat(new String(get("part", part.uri()).body(), StandardCharsets.ISO_8859_1).split("traf", -1))
                .hasSize(3);
    }

    @Test
    void aTokenInTheQueryGoesIntoEveryAddress() throws Exception {
        Feed.of(paths, 320, 180).push(14);
        var query = Map.of("token", "a b", "_HLS_skip", "YES");
        assertThat(text(server.get(GATE, "index.m3u8", query)
                        .toCompletableFuture()
                        .get(PATIENCE, TimeUnit.SECONDS)))
                .contains("stream.m3u8?token=a+b\n");
        var lines = text(
                server.get(GATE, "stream.m3u8", query).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS));
        assertThat(lines.lines().filter(line -> line.contains(".mp4"))).allMatch(line -> line.contains("?token=a+b"));
    }

    @Test
    void theMuxerCountsAsAReaderUntilNobodyAsks() throws Exception {
        server.close();
        server = new HlsServer(paths, new HlsOptions(7, Duration.ofSeconds(10), Duration.ofSeconds(2)));
        Feed.of(paths, 320, 180).push(14);
        var path = paths.find(GATE).orElseThrow();
        assertThat(path.readers()).isZero();
        playlist();
        assertThat(path.readers()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(path.readers()).isZero());
        assertThat(playlist().parts()).isNotEmpty();
    }

    @Test
    void aFirstRequestWaitsForItsStream() throws Exception {
        var waiting = server.get(GATE, "index.m3u8", Map.of()).toCompletableFuture();
        Feed.of(paths, 320, 180).push(14);
        assertThat(waiting.get(PATIENCE, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void aStreamThatDoesNotComeIsSaidSo() throws Exception {
        server.close();
        server = new HlsServer(paths, new HlsOptions(7, Duration.ofMillis(200), Duration.ofSeconds(60)));
        var reply = get("index.m3u8");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(text(reply)).contains("not there");
    }

    @Test
    void whatMp4CannotHoldIsSaidSo() throws Exception {
        paths.publish(GATE, List.of(new Track(0, Track.Codec.MJPEG, 26, 90_000, 0, List.of())))
                .orElseThrow();
        assertThat(get("index.m3u8").status()).isEqualTo(415);
    }

    private MediaPlaylist playlist() throws Exception {
        var reply = get("stream.m3u8");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/vnd.apple.mpegurl");
        return MediaPlaylist.parse(reply.body());
    }

    private HlsReply get(String what, String file) throws Exception {
        return request(file).get(PATIENCE, TimeUnit.SECONDS);
    }

    private HlsReply get(String file) throws Exception {
        return get(file, file);
    }

    private CompletableFuture<HlsReply> request(String file) {
        return server.get(GATE, file, Map.of()).toCompletableFuture();
    }

    private int status(Map<String, String> query) throws Exception {
        return server.get(GATE, "stream.m3u8", query)
                .toCompletableFuture()
                .get(PATIENCE, TimeUnit.SECONDS)
                .status();
    }

    private HlsReply waitFor(long msn, int part) throws Exception {
        var reply = reload(msn, part, false).get(PATIENCE, TimeUnit.SECONDS);
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private CompletableFuture<HlsReply> reload(long msn, int part, boolean skip) {
        var query = new HashMap<String, String>();
        if (msn >= 0) {
            query.put("_HLS_msn", "" + msn);
        }
        if (part >= 0) {
            query.put("_HLS_part", "" + part);
        }
        if (skip) {
            query.put("_HLS_skip", "YES");
        }
        return server.get(GATE, "stream.m3u8", query).toCompletableFuture();
    }

    private static String text(HlsReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
