// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.ingest.IngestRig;
import io.nightjar.ingest.session.Opened;
import io.nightjar.ingest.session.Remembered;
import io.nightjar.ingest.session.SessionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ChoosingSessionTest {

    private static final CameraSpec ONE_WAY =
            IngestRig.camera("\"id\":\"gate\",\"streams\":{\"main\":{\"url\":\"rtsp://10.0.0.1/a\"}}");
    private static final CameraSpec UNDECIDED = IngestRig.camera(
            "\"id\":\"gate\",\"streams\":{\"main\":{\"url\":\"rtsp://10.0.0.1/a\",\"alternatives\":[\"rtsp://10.0.0.1/b\"]}}");

    private final List<FakeSession> sessions = new ArrayList<>();

    @Test
    void theFirstThatAnswersCostsTheCameraOneConnection() {
        var first = add(FakeSession.works("rtsp://10.0.0.1/a", 640));
        var second = add(FakeSession.works("rtsp://10.0.0.1/b", 1920));

        assertThat(choose(ONE_WAY, Optional.empty()).open().candidate()).isEqualTo(first.candidate());
        assertThat(second.dialled()).isFalse();
    }

    @Test
    void theNextIsTriedWhenOneFailsAndAllOthersAreClosed() {
        var first = add(FakeSession.fails("rtsp://10.0.0.1/a", ErrorKind.NOT_FOUND));
        var second = add(FakeSession.works("rtsp://10.0.0.1/b", 1920));

        assertThat(choose(ONE_WAY, Optional.empty()).open().candidate()).isEqualTo(second.candidate());
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isFalse();
    }

    @Test
    void oneThatHangsCostsSecondsOnly() {
        var hanging = add(FakeSession.hangs("rtsp://10.0.0.1/a"));
        var second = add(FakeSession.works("rtsp://10.0.0.1/b", 1920));
        long begun = System.nanoTime();

        assertThat(choose(ONE_WAY, Optional.empty()).open().candidate()).isEqualTo(second.candidate());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        await().until(() -> hanging.closed);
    }

    @Test
    void amongAddressesOfUnknownWorthTheBestPictureWinsWhateverTheOrder() {
        var small = add(FakeSession.works("rtsp://10.0.0.1/a", 640));
        add(FakeSession.fails("rtsp://10.0.0.1/b", ErrorKind.NOT_FOUND));
        var large = add(FakeSession.works("rtsp://10.0.0.1/c", 1920));

        assertThat(choose(UNDECIDED, Optional.empty()).open().candidate()).isEqualTo(large.candidate());
        assertThat(small.closed).isTrue();
    }

    @Test
    void ofEqualPicturesTheEarlierAddressWins() {
        var first = add(FakeSession.works("rtsp://10.0.0.1/a", 640));
        add(FakeSession.works("rtsp://10.0.0.1/b", 640));

        assertThat(choose(UNDECIDED, Optional.empty()).open().candidate()).isEqualTo(first.candidate());
    }

    @Test
    void whatWorkedLastTimeIsDialledFirstAndAlone() {
        var first = add(FakeSession.works("rtsp://10.0.0.1/a", 640));
        var second = add(FakeSession.works("rtsp://10.0.0.1/b", 1920));

        assertThat(choose(UNDECIDED, remembered(second)).open().candidate()).isEqualTo(second.candidate());
        assertThat(first.dialled()).isFalse();
    }

    @Test
    void whatWorkedLastTimeGivesWayWhenItFails() {
        var first = add(FakeSession.works("rtsp://10.0.0.1/a", 640));
        var second = add(FakeSession.fails("rtsp://10.0.0.1/b", ErrorKind.TIMEOUT));

        assertThat(choose(ONE_WAY, remembered(second)).open().candidate()).isEqualTo(first.candidate());
    }

    @Test
    void anAddressOfAnEarlierConfigurationIsNotDialled() {
        var first = add(FakeSession.works("rtsp://10.0.0.1/a", 640));
        var gone = FakeSession.works("rtsp://10.0.0.9/old", 640);

        assertThat(choose(ONE_WAY, remembered(gone)).open().candidate()).isEqualTo(first.candidate());
        assertThat(gone.dialled()).isFalse();
    }

    @Test
    void aRefusedPasswordIsTriedOnceAtAHost() {
        add(FakeSession.fails("rtsp://10.0.0.1/a", ErrorKind.AUTH));
        var second = add(FakeSession.works("rtsp://10.0.0.1/b", 640));

        assertFails(ErrorKind.AUTH);
        assertThat(second.dialled()).isFalse();
    }

    @Test
    void theAddressThatCameFurthestIsToldAbout() {
        add(FakeSession.fails("rtsp://10.0.0.1/a", ErrorKind.REFUSED));
        add(FakeSession.fails("rtsp://10.0.0.1/b", ErrorKind.NO_FRAMES));
        add(FakeSession.fails("rtsp://10.0.0.1/c", ErrorKind.NOT_FOUND));

        assertFails(ErrorKind.NO_FRAMES);
    }

    @Test
    void anInterruptEndsTheSearchAtOnceAndLeavesNothingOpen() throws Exception {
        var first = add(FakeSession.hangs("rtsp://10.0.0.1/a"));
        var session = choose(ONE_WAY, Optional.empty());
        var outcome = new CompletableFuture<Opened>();
        Thread.ofPlatform().start(() -> {
            try {
                outcome.complete(session.open());
            } catch (CameraFailure failure) {
                outcome.completeExceptionally(failure);
            }
        });
        first.begun.await();

        session.interrupt();

        await().until(outcome::isCompletedExceptionally);
        await().until(() -> first.closed);
    }

    private void assertFails(ErrorKind kind) {
        var session = choose(ONE_WAY, Optional.empty());
        assertThatThrownBy(session::open)
                .asInstanceOf(InstanceOfAssertFactories.type(CameraFailure.class))
                .extracting(CameraFailure::kind)
                .isEqualTo(kind);
    }

    private FakeSession add(FakeSession session) {
        sessions.add(session);
        return session;
    }

    private ChoosingSession choose(CameraSpec camera, Optional<Remembered> remembered) {
        var plan = new SessionPlan(new StreamWish(camera, Role.MAIN, Optional.empty(), Optional.empty()), remembered);
        return new ChoosingSession(
                plan,
                wish -> sessions.stream().map(FakeSession::candidate).toList(),
                (candidate, same) -> sessions.stream()
                        .filter(session -> session.candidate().equals(candidate))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Unknown " + Arrays.asList(candidate))),
                worked -> true);
    }

    private static Optional<Remembered> remembered(FakeSession session) {
        return Optional.of(
                new Remembered(session.candidate().address().template(), Transport.TCP, List.of(), Instant.EPOCH));
    }
}
