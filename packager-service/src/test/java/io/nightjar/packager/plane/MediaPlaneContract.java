// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.kit.Home;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.StreamPassword;
import io.nightjar.media.MediaException;
import io.nightjar.media.PacketReader;
import io.nightjar.media.ReaderOptions;
import io.nightjar.rtsp.publish.PublishFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a media plane must do, whichever it is. */
public abstract class MediaPlaneContract {

    protected static final MediaPathName GATE = MediaPathName.of("gate/sub");
    private static final String OFFER = ChromeOffer.VIDEO_ONLY;

    @TempDir
    protected Path folder;

    protected Home home;
    protected ServiceToken serviceToken;
    protected StreamPassword streamPassword;
    protected MediaPlane plane;
    private final List<PathState> heard = new CopyOnWriteArrayList<>();

    /** Opens the plane over {@link #home}. */
    protected abstract MediaPlane open() throws Exception;

    protected abstract URI rtsp();

    /** Returns once the plane has taken over the list of streams. */
    protected abstract void settled() throws Exception;

    @BeforeEach
    void openPlane() throws Exception {
        home = Home.open(folder);
        serviceToken = ServiceToken.of(home);
        streamPassword = StreamPassword.of(home);
        plane = open();
        plane.listen(heard::add);
        plane.streams(Set.of(GATE.stream()));
        settled();
    }

    @AfterEach
    void closePlane() {
        plane.close();
    }

    protected final TestPublisher publish() throws PublishFailure {
        return TestPublisher.open(rtsp(), GATE.toString(), "ingest", serviceToken.value());
    }

    protected final PathState state() {
        return plane.paths().stream()
                .filter(path -> path.path().equals(GATE))
                .findFirst()
                .orElse(PathState.offline(GATE));
    }

    private PacketReader read(String user, String password) {
        var address = "rtsp://" + user + ":" + password + "@127.0.0.1:" + plane.rtspPort() + "/" + GATE;
        return PacketReader.open(
                ReaderOptions.of(address).over(Transport.TCP).timeouts(Duration.ofSeconds(15), Duration.ofSeconds(15)));
    }

    @Test
    void aPublishedStreamIsOnlineUntilItsPublisherGoes() throws Exception {
        try (var publisher = publish()) {
            await().until(() -> state().online());
            assertThat(state().since()).isNotNull();
        }
        await().until(() -> !state().online());
        await().untilAsserted(
                        () -> assertThat(heard).extracting(PathState::online).contains(true, false));
    }

    @Test
    void theFormForBrowsersIsAPathOfItsOwnBesideWhatTheCameraSends() throws Exception {
        var web = MediaPathName.web(GATE.stream());
        try (var asSent = publish();
                var forBrowsers = TestPublisher.open(rtsp(), web.toString(), "ingest", serviceToken.value())) {
            await().untilAsserted(() -> assertThat(plane.paths())
                    .filteredOn(PathState::online)
                    .extracting(PathState::path)
                    .containsExactlyInAnyOrder(GATE, web));
        }
    }

    @Test
    void aPublisherWithoutTheServiceTokenIsRefused() {
        assertThatThrownBy(() -> TestPublisher.open(rtsp(), GATE.toString(), "ingest", "wrong"))
                .isInstanceOf(PublishFailure.class)
                .extracting(failure -> ((PublishFailure) failure).kind())
                .isEqualTo(PublishFailure.Kind.AUTH);
    }

    @Test
    void aStreamOutsideTheRegistryCannotBePublished() throws Exception {
        publish().close();
        assertThatThrownBy(() -> TestPublisher.open(rtsp(), "ghost/sub", "ingest", serviceToken.value()))
                .isInstanceOf(PublishFailure.class);
    }

    @Test
    void aSecondPublisherIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = publish()) {
            await().until(() -> state().online());
            assertThatThrownBy(() -> TestPublisher.open(rtsp(), GATE.toString(), "ingest", serviceToken.value()))
                    .isInstanceOf(PublishFailure.class);
            try (var reader = read("viewer", streamPassword.value())) {
                assertThat(reader.read(packet -> {})).isTrue();
            }
            assertThat(first.failure()).isNull();
        }
    }

    @Test
    void rtspReadersNeedTheStreamPassword() throws Exception {
        try (var publisher = publish()) {
            await().until(() -> state().online());
            try (var reader = read("viewer", streamPassword.value())) {
                assertThat(reader.tracks()).hasSize(1);
                assertThat(reader.tracks().getFirst().width()).isEqualTo(320);
                await().until(() -> state().readers() == 1);
            }
            await().until(() -> state().readers() == 0);
            assertThatThrownBy(() -> read("viewer", "wrong"))
                    .isInstanceOf(MediaException.class)
                    .extracting(failure -> ((MediaException) failure).kind())
                    .isEqualTo(ErrorKind.AUTH);
        }
    }

    @Test
    void hlsHasPartsAndBlocksUntilTheNextOne() throws Exception {
        try (var publisher = publish()) {
            var index = text(hls("index.m3u8", Map.of()));
            assertThat(index).contains("#EXT-X-STREAM-INF", "avc1");
            var name = index.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow();
            var file = name.contains("?") ? name.substring(0, name.indexOf('?')) : name;
            var playlist = await().atMost(Duration.ofSeconds(30))
                    .until(() -> text(hls(file, Map.of())), text -> text.contains("#EXT-X-PART:"));
            assertThat(playlist)
                    .contains("#EXT-X-PART-INF", "CAN-BLOCK-RELOAD=YES", "#EXT-X-MAP", "#EXT-X-PROGRAM-DATE-TIME");
            var map = playlist.replaceAll("(?s).*#EXT-X-MAP:URI=\"([^\"]+)\".*", "$1");
            var init = hls(map.contains("?") ? map.substring(0, map.indexOf('?')) : map, Map.of());
            assertThat(init.status()).isEqualTo(200);
            assertThat(new String(init.body().getBytes(4, 8), StandardCharsets.US_ASCII))
                    .isEqualTo("ftyp");
        }
    }

    @Test
    void hlsOfAStreamThatNeverComesIsUnavailable() {
        assertThat(outcome("index.m3u8")).isIn(404, 503);
    }

    @Test
    void anOfferIsAnsweredWithASessionThatCanBeEnded() throws Exception {
        try (var publisher = publish()) {
            await().until(() -> state().online());
            var answer = plane.offer(GATE, OFFER).toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.headers()).containsKey("location");
            assertThat(answer.body().toString()).contains("m=video", "a=fingerprint:sha-256", "H264/90000");
            var session = answer.headers().get("location");
            assertThat(session).doesNotContain("/");
            assertThat(plane.delete(GATE, session)
                            .toCompletableFuture()
                            .get(30, TimeUnit.SECONDS)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aStreamThatLeavesTheRegistryEnds() throws Exception {
        try (var publisher = publish()) {
            await().until(() -> state().online());
            plane.streams(Set.of());
            await().until(() -> !state().online());
            assertThatThrownBy(() -> TestPublisher.open(rtsp(), GATE.toString(), "ingest", serviceToken.value()))
                    .isInstanceOf(PublishFailure.class);
        }
    }

    private MediaReply hls(String file, Map<String, String> query) throws Exception {
        return plane.hls(GATE, file, query).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private int outcome(String file) {
        try {
            return hls(file, Map.of()).status();
        } catch (Exception failure) {
            return failure.getCause() instanceof io.nightjar.kit.Problem problem ? problem.status() : 500;
        }
    }

    private static String text(MediaReply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.body().toString();
    }
}
