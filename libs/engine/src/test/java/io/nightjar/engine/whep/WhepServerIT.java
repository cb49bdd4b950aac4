// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.engine.path.Unit;
import io.nightjar.engine.whep.WhepException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server against a player in Java, over real sockets. */
class WhepServerIT {

    private static final MediaPathName GATE = MediaPathName.of("gate/sub");
    private static Clip clip;

    private final Paths paths = new Paths(Clock.systemUTC());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void encode() {
        clip = Clip.encode(640, 360, 25, 1_000_000);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void aLateJoinerGetsTheWholeGroupOfPicturesAtTheLiveEdge() throws Exception {
        var publication = paths.publish(GATE, List.of(clip.track())).orElseThrow();
        long newest = 1_764_000_000_000_000L;
        for (int i = 0; i < 20; i++) {
            publication.unit(new Unit(0, newest - (19 - i) * 40_000L, clip.key(i), clip.picture(i)));
        }
        var player = play(start(quick()));

        await().until(() -> pictures(player) == 20);

        assertThat(timestamps(player)).hasSize(20).last().isEqualTo((int) VideoTimestamps.ticks(newest));
        assertThat(timestamps(player).getFirst()).isEqualTo((int) VideoTimestamps.ticks(newest) - 19);
        assertThat(player.received.getFirst().payload()[0] & 0x1f).as("STAP-A").isEqualTo(24);
        assertThat(player.received)
                .allSatisfy(packet -> assertThat(packet.payload().length).isLessThanOrEqualTo(SharedPayloads.LARGEST));
    }

    @Test
    void twentyPlayersShareThePort() throws Exception {
        live();
        var whep = start(quick());
        var players = new ArrayList<TestPlayer>();
        for (int i = 0; i < 20; i++) {
            players.add(play(whep));
        }
        assertThat(whep.sessions(GATE)).isEqualTo(20);

        await().untilAsserted(() -> assertThat(players)
                .allSatisfy(player -> assertThat(pictures(player)).isGreaterThan(10)));
        assertThat(paths.find(GATE).orElseThrow().readers()).isEqualTo(20);
        assertThat(players).allSatisfy(WhepServerIT::complete);
    }

    @Test
    void aMissingPacketIsSentAgainOnDemand() throws Exception {
        live();
        var whep = start(quick());
        var player = play(whep);
        await().until(() -> pictures(player) > 5);
        var lost = player.received.get(3);

        await().untilAsserted(() -> {
            player.ask(lost.sequence());
            assertThat(player.received.stream().filter(packet -> packet.sequence() == lost.sequence()))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(packet -> assertThat(packet.payload()).isEqualTo(lost.payload()));
        });
    }

    @Test
    void aPlayerThatLostThePictureIsGivenTheGroupAgain() throws Exception {
        var publication = paths.publish(GATE, List.of(clip.track())).orElseThrow();
        publication.unit(new Unit(0, 1_764_000_000_000_000L, true, clip.picture(0)));
        publication.unit(new Unit(0, 1_764_000_000_040_000L, false, clip.picture(1)));
        var player = play(start(quick()));
        await().until(() -> pictures(player) == 2);

        await().pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            player.askForKey();
            assertThat(pictures(player)).isGreaterThanOrEqualTo(4);
        });

        // Asked for twice before the first answer was seen, it comes twice.
        int newest = (int) VideoTimestamps.ticks(1_764_000_000_040_000L);
        assertThat(timestamps(player)).startsWith(newest - 1, newest, newest + 1, newest + 2);
        complete(player);
    }

    @Test
    void aPlayerIsFollowedToItsNewAddress() throws Exception {
        live();
        var player = play(start(quick()));
        await().until(() -> pictures(player) > 2);

        player.move();

        int before = pictures(player);
        await().until(() -> pictures(player) > before + 5);
    }

    @Test
    void aSilentPlayerIsGivenUp() throws Exception {
        live();
        var whep = start(quick().withConsent(Duration.ofSeconds(1)));
        var player = play(whep);

        await().untilAsserted(() -> assertThat(whep.sessions(GATE)).isZero());
        await().until(player::goodbye);
    }

    @Test
    void aPlayerThatSaysGoodbyeIsGoneAtOnce() throws Exception {
        live();
        var whep = start(quick());
        var player = play(whep);

        player.leave();

        await().untilAsserted(() -> {
            assertThat(whep.sessions(GATE)).isZero();
            assertThat(paths.find(GATE).orElseThrow().readers()).isZero();
        });
    }

    @Test
    void deletingASessionEndsItOnce() throws Exception {
        live();
        var whep = start(quick());
        var player = new TestPlayer();
        opened.add(player);
        var answer = answer(whep, player.offer());
        player.connect(answer);

        whep.delete(answer.sessionId());

        await().until(player::goodbye);
        refused(Kind.NOT_FOUND, () -> whep.delete(answer.sessionId()));
    }

    @Test
    void acceptsCandidatesOnlyForTheSessionThePlayerKnows() throws Exception {
        live();
        var whep = start(quick());
        var player = new TestPlayer();
        opened.add(player);
        var answer = answer(whep, player.offer());
        var fragment = "a=ice-ufrag:plyr\r\na=ice-pwd:x\r\nm=video 9 UDP/TLS/RTP/SAVPF 102\r\na=mid:0\r\n"
                + "a=candidate:1 1 udp 2122260223 b1d5.local 61764 typ host\r\n";

        whep.patch(answer.sessionId(), answer.etag(), fragment);

        refused(Kind.PRECONDITION_REQUIRED, () -> whep.patch(answer.sessionId(), null, fragment));
        refused(Kind.PRECONDITION_FAILED, () -> whep.patch(answer.sessionId(), "\"other\"", fragment));
        refused(Kind.UNPROCESSABLE, () -> whep.patch(answer.sessionId(), "*", fragment));
        refused(
                Kind.UNPROCESSABLE,
                () -> whep.patch(answer.sessionId(), answer.etag(), fragment.replace("plyr", "other")));
        refused(Kind.BAD_OFFER, () -> whep.patch(answer.sessionId(), answer.etag(), "hello"));
        refused(Kind.NOT_FOUND, () -> whep.patch("guess", answer.etag(), fragment));
    }

    @Test
    void aCertificateOtherThanTheOfferedOneGetsNothing() throws Exception {
        live();
        var whep = start(quick());
        var player = new TestPlayer();
        opened.add(player);
        var answer = answer(whep, player.offer("sha-256 00" + ":11".repeat(31)));

        assertThatThrownBy(() -> player.connect(answer)).isInstanceOf(java.io.IOException.class);

        await().untilAsserted(() -> assertThat(whep.sessions(GATE)).isZero());
        assertThat(player.received).isEmpty();
    }

    @Test
    void aPlayerStaysWhileTheCameraIsAway() throws Exception {
        var before = live();
        var whep = start(quick());
        var player = play(whep);
        await().until(() -> pictures(player) > 5);

        before.close();
        assertThat(whep.sessions(GATE)).isEqualTo(1);
        int seen = pictures(player);
        live();

        await().until(() -> pictures(player) > seen + 10);
        complete(player);
        assertThat(timestamps(player)).isSorted();
    }

    @Test
    void aPlayerIsLetGoWhenTheCameraDoesNotReturn() throws Exception {
        var source = live();
        var whep = start(quick().withAbsence(Duration.ofMillis(300)));
        var player = play(whep);
        await().until(() -> pictures(player) > 2);

        source.close();

        await().until(player::goodbye);
        await().untilAsserted(() -> assertThat(whep.sessions(GATE)).isZero());
    }

    @Test
    void reorderedPicturesAreRefusedAndEndARunningSession() throws Exception {
        var publication = paths.publish(GATE, List.of(clip.track())).orElseThrow();
        publication.unit(new Unit(0, 1_000_000, true, clip.picture(0)));
        var whep = start(quick());
        var player = play(whep);
        await().until(() -> pictures(player) == 1);

        publication.unit(new Unit(0, 1_120_000, false, clip.picture(1)));
        publication.unit(new Unit(0, 1_040_000, false, clip.picture(2)));

        await().until(player::goodbye);
        refused(Kind.UNSUPPORTED, () -> answer(whep, player.offer()));
    }

    @Test
    void aCodecThatChangesEndsTheSession() throws Exception {
        var publication = paths.publish(GATE, List.of(clip.track())).orElseThrow();
        publication.unit(new Unit(0, 1_000_000, true, clip.picture(0)));
        var player = play(start(quick()));
        await().until(() -> pictures(player) == 1);

        publication.format(List.of(new Track(0, Codec.H265, 96, 90_000, 0, List.of())));

        await().until(player::goodbye);
    }

    @Test
    void offersBeyondTheLimitOrForNobodyAreRefused() throws Exception {
        var hurried = start(quick().withPatience(Duration.ofMillis(100)));
        var player = new TestPlayer();
        opened.add(player);
        refused(Kind.OFFLINE, () -> answer(hurried, player.offer()));

        live();
        var whep = start(quick().withMaximumSessions(1));
        answer(whep, player.offer());
        refused(Kind.BUSY, () -> answer(whep, player.offer()));
    }

    @Test
    void noiseOnThePortHurtsNobody() throws Exception {
        live();
        var whep = start(quick());
        var player = play(whep);
        try (var socket = new java.net.DatagramSocket()) {
            for (int first = 0; first < 256; first++) {
                byte[] noise = new byte[first];
                java.util.Arrays.fill(noise, (byte) first);
                socket.send(new java.net.DatagramPacket(
                        noise, noise.length, java.net.InetAddress.getLoopbackAddress(), whep.port()));
            }
        }
        int seen = pictures(player);
        await().until(() -> pictures(player) > seen + 5);
    }

    private static WhepOptions quick() {
        return WhepOptions.loopback();
    }

    private WhepServer start(WhepOptions options) throws Exception {
        var whep = WhepServer.start(options, paths, Clock.systemUTC());
        opened.add(whep);
        whep.warmUp().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return whep;
    }

    private LiveSource live() {
        var source = new LiveSource(paths, GATE, clip);
        opened.add(source);
        return source;
    }

    private TestPlayer play(WhepServer whep) throws Exception {
        var player = new TestPlayer();
        opened.add(player);
        return player.connect(answer(whep, player.offer()));
    }

    private static WhepServer.Answer answer(WhepServer whep, String offer) throws Exception {
        try {
            return whep.offer(GATE, offer).toCompletableFuture().get(15, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException failure) {
            throw (Exception) failure.getCause();
        }
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WhepException.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(kind));
    }

    private static int pictures(TestPlayer player) {
        return (int)
                player.received.stream().filter(TestPlayer.Received::marker).count();
    }

    private static List<Integer> timestamps(TestPlayer player) {
        return player.received.stream()
                .filter(TestPlayer.Received::marker)
                .map(TestPlayer.Received::timestamp)
                .toList();
    }

    /** Every packet came, once, in order. */
    private static void complete(TestPlayer player) {
        var received = player.received;
        for (int i = 1; i < received.size(); i++) {
            assertThat(received.get(i).sequence())
                    .isEqualTo((received.get(i - 1).sequence() + 1) & 0xffff);
        }
    }
}
