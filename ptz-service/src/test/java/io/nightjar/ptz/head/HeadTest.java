// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Velocity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Velocity LEFT = new Velocity(-0.5, 0, 0, 0);
    private static final Velocity RIGHT = new Velocity(0.5, 0, 0, 0);
    private static final Caller ANNA = new Caller("Anna", false, "page-1");

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<PtzStatus> published = new CopyOnWriteArrayList<>();
    private final List<String> arrivals = new CopyOnWriteArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<MovingMarks> opened = new ArrayList<>();
    private final ScriptedDriver driver = new ScriptedDriver();

    @AfterEach
    void end() {
        heads.forEach(head -> head.close(Duration.ZERO).join());
        opened.forEach(MovingMarks::close);
        timer.shutdownNow();
    }

    @Test
    void aStopOvertakesAMoveThatHangsAndIsSaidAgainAfterIt() {
        driver.holdBack("move");
        var head = head("gate", driver);
        var move = hold(head, 1, LEFT);
        await().atMost(SOON).until(() -> driver.count("move") == 1);

        var stop = head.commands().stop(ANNA, 1L);
        assertThat(answer(stop).reply()).isEqualTo(new Reply.Done(true));
        assertThat(move).isNotDone();
        assertThat(driver.told()).endsWith("stop");

        driver.let("move");
        assertThat(answer(move).reply()).isEqualTo(new Reply.Done(true));
        await().atMost(SOON).until(() -> driver.count("stop") >= 2 && !driver.moves());
        await().atMost(SOON).until(() -> !head.status().moving());
    }

    @Test
    void whoIsSilentForHalfASecondMovesNothing() {
        var head = head("gate", driver);
        assertThat(answer(hold(head, 1, LEFT)).reply()).isEqualTo(new Reply.Done(true));
        await().atMost(SOON).until(() -> driver.count("stop") == 1 && !driver.moves());
        assertThat(driver.count("move")).isEqualTo(1);
    }

    @Test
    void aTimedMoveIsRenewedAtTheCameraUntilItEnds() {
        var head = head("gate", driver);
        head.commands().hold(ANNA, null, LEFT, Duration.ofSeconds(60));
        await().atMost(SOON).until(() -> driver.count("move") >= 3);
        assertThat(driver.count("stop")).isZero();
        head.commands().hold(ANNA, null, LEFT, Duration.ofMillis(1));
        await().atMost(SOON).until(() -> driver.count("stop") == 1 && !driver.moves());
    }

    @Test
    void aStopThatFailsIsSaidUntilTheCameraConfirmsIt() {
        var head = head("gate", driver);
        answer(hold(head, 1, LEFT));
        driver.fail("stop", ErrorKind.RESET);
        var stop = answer(head.commands().stop(ANNA, 1L));
        assertThat(stop.reply()).isInstanceOf(Reply.Failed.class);
        await().atMost(SOON).until(() -> driver.count("stop") >= 3);
        assertThat(head.status().moving()).isTrue();
        driver.mend("stop");
        await().atMost(SOON).until(() -> !driver.moves() && !head.status().moving());
        await().atMost(SOON).until(() -> head.status().error() == null);
        assertThat(registry.get("nightjar.ptz.stop.retries").counter().count()).isGreaterThanOrEqualTo(2);
        assertThat(registry.get("nightjar.ptz.command")
                        .tags("command", "stop", "outcome", "ok", "driver", "onvif")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void aHeadThatNeverAnswersDelaysNoOther() {
        var silent = new ScriptedDriver();
        for (var command : List.of("abilities", "move", "stop", "goto")) {
            silent.holdBack(command);
        }
        var one = head("silent", silent);
        for (int press = 1; press <= 20; press++) {
            hold(one, press, press % 2 == 0 ? LEFT : RIGHT);
            one.commands().stop(ANNA, (long) press);
        }
        var other = head("gate", driver);
        assertThat(answer(hold(other, 1, LEFT)).reply()).isEqualTo(new Reply.Done(true));
        assertThat(answer(other.commands().stop(ANNA, 1L)).reply()).isEqualTo(new Reply.Done(true));
        assertThat(silent.count("move")).isEqualTo(1);
        assertThat(silent.count("stop")).isLessThan(20);
        for (var command : List.of("abilities", "move", "stop", "goto")) {
            silent.let(command);
        }
    }

    @Test
    void wrongCredentialsAreSaidAsSuchAndSeldomRepeated() {
        long began = System.nanoTime();
        driver.fail("abilities", ErrorKind.AUTH);
        driver.fail("move", ErrorKind.AUTH);
        driver.fail("stop", ErrorKind.AUTH);
        var head = head("gate", driver);
        var minute = Duration.ofMinutes(1);
        assertThat(answer(head.commands().hold(ANNA, 1L, LEFT, minute)).reply())
                .isEqualTo(new Reply.Failed(new Failure(ErrorKind.AUTH, "The camera refused to move.")));
        assertThat(answer(head.commands().hold(ANNA, 1L, LEFT, minute)).reply()).isInstanceOf(Reply.Failed.class);
        answer(head.commands().stop(ANNA, 1L));
        await().atMost(SOON).until(() -> !head.status().moving());
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        assertThat(driver.count("move")).isBetween(1L, 1 + seconds);
        assertThat(driver.count("stop")).isBetween(1L, 1 + driver.count("move"));
        assertThat(head.status().error()).isEqualTo(ErrorKind.AUTH);
        assertThat(head.status().hint()).contains("password");
        assertThat(registry.get("nightjar.ptz.command")
                        .tags("command", "move", "outcome", "auth")
                        .timer()
                        .count())
                .isEqualTo(driver.count("move"));
    }

    @Test
    void anAccountThatGetsItsRoleIsLetInWithoutARestart() {
        driver.askAgainAfter(Duration.ofMillis(20));
        driver.fail("abilities", ErrorKind.AUTH);
        var head = head("gate", driver);
        await().atMost(SOON).until(() -> head.status().error() == ErrorKind.AUTH);
        driver.mend("abilities");
        await().atMost(SOON).until(() -> head.abilities().panTilt());
        assertThat(head.status().error()).isNull();
    }

    @Test
    void anOrderThatSucceedsAfterARefusalTellsThatTheHeadCanBeAskedAgain() {
        driver.fail("abilities", ErrorKind.AUTH);
        var head = head("gate", driver);
        await().atMost(SOON).until(() -> head.status().error() == ErrorKind.AUTH);
        driver.mend("abilities");
        assertThat(head.isKnown()).isFalse();
        assertThat(answer(head.commands().go(ANNA, new Order.Goto("1"))).reply())
                .isEqualTo(new Reply.Done(true));
        await().atMost(SOON).until(() -> head.abilities().panTilt());
        assertThat(head.status().error()).isNull();
    }

    @Test
    void aCameraThatIsAwayIsAskedAgainWhatItCanDo() {
        driver.fail("abilities", ErrorKind.NO_ROUTE);
        var head = head("gate", driver);
        await().atMost(SOON).until(() -> head.status().error() == ErrorKind.NO_ROUTE);
        assertThat(head.abilities()).isEqualTo(PtzAbilities.NONE);
        driver.mend("abilities");
        await().atMost(SOON).until(() -> head.abilities().panTilt());
        assertThat(head.status().error()).isNull();
        assertThat(head.status().driver()).isEqualTo("onvif");
        await().atMost(SOON).until(() -> published.getLast().abilities().panTilt());
    }

    @Test
    void lettingGoOfAHeadStopsIt() {
        var head = head("gate", driver);
        answer(hold(head, 1, LEFT));
        head.close(SOON).join();
        assertThat(driver.moves()).isFalse();
        assertThat(driver.told()).contains("stop");
        await().atMost(SOON).until(() -> driver.told().getLast().equals("close"));
        assertThat(answer(hold(head, 2, LEFT)).reply()).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aHeadThatCannotBeStoppedIsWaitedForNoLongerThanAgreed() {
        var head = head("gate", driver);
        answer(hold(head, 1, LEFT));
        driver.fail("stop", ErrorKind.TIMEOUT);
        head.close(Duration.ofMillis(300)).join();
        assertThat(driver.count("stop")).isPositive();
    }

    @Test
    void aProcessThatWasKilledLeavesAMarkAndTheNextOneStops() {
        var marks = new MovingMarks(folder);
        var head = head("gate", driver, PtzSettings.NONE, marks);
        head.commands().hold(ANNA, null, LEFT, Duration.ofSeconds(60));
        await().atMost(SOON).until(() -> new MovingMarks(folder).isMoving(CameraId.of("gate")));

        var next = new ScriptedDriver();
        head("gate", next, PtzSettings.NONE, new MovingMarks(folder));
        await().atMost(SOON).until(() -> next.count("stop") == 1);
        await().atMost(SOON).until(() -> !new MovingMarks(folder).isMoving(CameraId.of("gate")));
    }

    @Test
    void aCameraThatHangsUpsideDownMovesAsItsPictureDoes() {
        var head = head("gate", driver, new PtzSettings(null, null, true, true, null, null), new MovingMarks(folder));
        answer(head.commands().hold(ANNA, 1L, new Velocity(0.5, -0.25, 1, 0), null));
        answer(head.commands().go(ANNA, new Order.MoveTo(new Position(0.5, 0.25, 1))));
        answer(head.commands().go(ANNA, new Order.MoveBy(0.1, 0, 0)));
        assertThat(driver.told()).contains("move -0.5 0.25 1.0", "moveTo -0.5 -0.25 1.0", "moveBy -0.1 0.0 0.0");
        assertThat(head.position()).contains(new Position(-0.25, 0.5, 0));
    }

    @Test
    void itSaysWhenItHasReachedAPreset() {
        var head = head("gate", driver);
        assertThat(answer(head.commands().go(ANNA, new Order.Goto("1"))).reply())
                .isEqualTo(new Reply.Done(true));
        await().atMost(SOON).until(() -> arrivals.contains("1"));
        assertThat(head.status().preset()).isEqualTo("1");
        assertThat(head.standsSince()).isPresent();
    }

    @Test
    void holdingTellsOthersOfItOnce() {
        var head = head("gate", driver);
        await().atMost(SOON).until(() -> head.isKnown());
        answer(hold(head, 1, LEFT));
        await().atMost(SOON).until(() -> published.getLast().moving());
        int before = published.size();
        for (int number = 0; number < 50; number++) {
            answer(hold(head, 1, LEFT));
        }
        assertThat(published.size() - before).isLessThan(10);
        assertThat(published.getLast().leaseHolder()).isEqualTo("Anna");
    }

    private CompletableFuture<Answer> hold(Head head, long press, Velocity velocity) {
        return head.commands().hold(ANNA, press, velocity, null);
    }

    private static Answer answer(CompletableFuture<Answer> asked) {
        return asked.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Head head(String camera, ScriptedDriver spoken) {
        return head(camera, spoken, PtzSettings.NONE, new MovingMarks(folder));
    }

    private Head head(String camera, ScriptedDriver spoken, PtzSettings settings, MovingMarks marks) {
        var context = new HeadContext(
                new SteadyTime(Clock.systemUTC(), System::nanoTime),
                timer,
                new Alone(),
                marks,
                new CommandMetrics(registry),
                published::add,
                (head, preset) -> arrivals.add(preset));
        var made = new Head(CameraId.of(camera), settings, spoken, context);
        heads.add(made);
        opened.add(marks);
        return made;
    }
}
