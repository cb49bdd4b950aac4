// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.kit.BrokerLink;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Events;
import io.nightjar.kit.Home;
import io.nightjar.kit.Problem;
import io.nightjar.kit.StateFile;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.kit.secrets.SecretsFile;
import io.nightjar.ptz.driver.Velocity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose heads are whose becomes known, or does not; no broker is there. */
class HeadsTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Velocity LEFT = new Velocity(-1, 0, 0, 0);
    private static final Caller ANNA = new Caller("Anna", false, "page-1");

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ScriptedDriver driver = new ScriptedDriver();
    private final Owner owner = new Owner();
    private Events events;
    private CameraDirectory directory;
    private MovingMarks marks;
    private Heads heads;

    /** Decides when a test says so. */
    private static final class Owner extends Alone {

        volatile boolean ours;
        volatile @Nullable String other;

        @Override
        public boolean owns(CameraId camera) {
            return ours;
        }

        @Override
        public Optional<String> ownerOf(CameraId camera) {
            return Optional.ofNullable(other);
        }
    }

    @BeforeEach
    void start() {
        var metrics = new SimpleMeterRegistry();
        var gate = new CameraSpec(
                CameraId.of("gate"),
                "Gate",
                Vendor.GENERIC,
                null,
                null,
                null,
                Map.of(),
                Set.of(Capability.PTZ),
                PtzSettings.NONE,
                false,
                null,
                Origin.FILE,
                Map.of());
        var entry = CameraEntry.of(gate);
        new StateFile<>(folder.resolve("cameras.json"), new TypeReference<Map<String, CameraEntry>>() {})
                .write(Map.of(entry.key(), entry));
        events = new Events(new BrokerLink("127.0.0.1:1"), metrics);
        directory = new CameraDirectory(events, folder);
        directory.start();
        marks = new MovingMarks(folder);
        heads = new Heads(
                directory,
                new Secrets(SecretsFile.of(Home.open(folder.resolve("home"))), Map.of()),
                wish -> driver,
                new HeadContext(
                        new SteadyTime(Clock.systemUTC(), System::nanoTime),
                        timer,
                        owner,
                        marks,
                        new CommandMetrics(metrics),
                        status -> {},
                        (head, preset) -> {}),
                head -> {},
                camera -> {});
        heads.follow();
    }

    @AfterEach
    void end() {
        heads.close();
        marks.close();
        directory.close();
        events.close();
        timer.shutdownNow();
    }

    @Test
    void ordersWaitUntilItIsKnownWhoseTheHeadIsAndKeepTheirOrder() {
        var move = heads.get("gate").thenCompose(head -> head.commands().hold(ANNA, 1L, LEFT, MINUTE));
        var stop = heads.get("gate").thenCompose(head -> head.commands().stop(ANNA, 1L));
        assertThat(move).isNotDone();
        assertThat(stop).isNotDone();
        decide();
        assertThat(answer(stop).reply()).isInstanceOf(Reply.Done.class);
        assertThat(answer(move).reply()).isInstanceOf(Reply.Done.class);
        await().atMost(SOON).until(() -> driver.told().containsAll(Set.of("move -1.0 0.0 0.0", "stop")));
        await().atMost(SOON).until(() -> !heads.await("gate").status().moving());
        assertThat(driver.moves()).isFalse();
        assertThat(heads.get("gate")).isCompleted();
    }

    @Test
    void aPressThatWasNotSaidAgainWhileItWaitedMovesNothing() {
        decide();
        var commands = heads.await("gate").commands();
        var tooLong = HeadTiming.DEAD_MAN.plusMillis(1);
        assertThat(answer(commands.hold(ANNA, 1L, LEFT, null, tooLong)).reply()).isEqualTo(new Reply.Ignored());
        assertThat(driver.count("move")).isZero();
        assertThat(answer(commands.hold(ANNA, 1L, LEFT, null, Duration.ZERO)).reply())
                .isEqualTo(new Reply.Done(true));
        assertThat(answer(commands.hold(ANNA, null, LEFT, MINUTE, tooLong)).reply())
                .isInstanceOf(Reply.Done.class);
    }

    @Test
    void whatStaysUndecidedIsRefusedAfterAWhile() {
        var refusal = catchThrowableOfType(Problem.class, () -> heads.await("gate"));
        assertThat(refusal.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(refusal.detail()).contains("is not decided yet");
        assertThat(refusal.fields()).containsEntry("owner", "");
    }

    @Test
    void whoseHeadItIsElsewhereIsSaidAtOnce() {
        owner.other = "http://127.0.0.1:2";
        var asked = heads.get("gate");
        assertThat(asked).isCompletedExceptionally();
        assertThat(catchThrowableOfType(Problem.class, () -> heads.await("gate"))
                        .fields())
                .containsEntry("owner", "http://127.0.0.1:2");
    }

    @Test
    void nobodyWaitsForAProcessThatEnds() {
        var asked = heads.get("gate");
        heads.close();
        assertThat(asked).isCompletedExceptionally();
        assertThat(heads.get("gate")).isCompletedExceptionally();
    }

    @Test
    void theProcessEndsOnlyAfterWhatMovesWasStopped() {
        decide();
        answer(heads.await("gate").commands().hold(ANNA, null, LEFT, MINUTE));
        assertThat(driver.moves()).isTrue();
        heads.close();
        assertThat(driver.moves()).isFalse();
        assertThat(driver.count("stop")).isEqualTo(1);
    }

    private void decide() {
        owner.ours = true;
        heads.handOver();
    }

    private static Answer answer(CompletableFuture<Answer> asked) {
        return asked.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }
}
