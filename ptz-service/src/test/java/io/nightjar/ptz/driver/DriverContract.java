// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every driver promises, tried against a simulated head that really turns. A language's test says how its head is set
 * up; what a head cannot do, as its abilities say, is skipped.
 */
public abstract class DriverContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Executor THREADS = Thread::startVirtualThread;

    /** A simulated camera, and drivers for it. */
    protected interface Setup extends AutoCloseable {

        Head head();

        PtzDriver driver();

        /** For the same camera with a wrong password; empty where it is not the driver that signs in. */
        Optional<PtzDriver> stranger();

        /** For a camera that is not there. */
        PtzDriver nobody();

        @Override
        void close();
    }

    private Setup setup;
    private Head head;
    private PtzDriver driver;

    /** On the machine's own clock. */
    protected abstract Setup open();

    /** A token such as a device might choose that cares for nobody; empty where the language's tokens are numbers. */
    protected Optional<String> oddToken() {
        return Optional.empty();
    }

    @BeforeEach
    final void openHead() {
        setup = open();
        head = setup.head();
        driver = setup.driver();
    }

    @AfterEach
    final void closeHead() {
        head.promptness().normal();
        driver.close();
        setup.close();
    }

    protected final Setup setup() {
        return setup;
    }

    @Test
    void theHeadSaysWhatItCan() {
        assertThat(driver.abilities().panTilt() || driver.abilities().zoom()).isTrue();
        assertThat(driver.abilities()).isEqualTo(driver.abilities());
    }

    @Test
    void leftIsLeftAndUpIsUp() {
        assumeTrue(driver.abilities().panTilt(), "SKIPPED: this head does not turn");
        assertMoves(new Velocity(-1, 0, 0, 0), view -> -view.pan());
        assertMoves(new Velocity(1, 0, 0, 0), View::pan);
        assertMoves(new Velocity(0, 1, 0, 0), View::tilt);
        assertMoves(new Velocity(0, -1, 0, 0), view -> -view.tilt());
    }

    @Test
    void theLensGoesInAndOut() {
        assumeTrue(driver.abilities().zoom(), "SKIPPED: this head does not zoom");
        assertMoves(new Velocity(0, 0, 1, 0), View::zoom);
        assertMoves(new Velocity(0, 0, -1, 0), view -> -view.zoom());
    }

    @Test
    void theFocusGoesFarAndNear() {
        assumeTrue(driver.abilities().focus(), "SKIPPED: this head does not focus");
        double before = head.focus();
        driver.move(new Velocity(0, 0, 0, 1), AT_MOST);
        await().atMost(PATIENCE).until(() -> head.focus() > before);
        driver.move(new Velocity(0, 0, 0, -1), AT_MOST);
        double far = head.focus();
        await().atMost(PATIENCE).until(() -> head.focus() < far);
        driver.stop();
        assertThat(head.moving()).isFalse();
    }

    @Test
    void theNewestMoveReplacesTheOneBefore() {
        assumeTrue(driver.abilities().panTilt() && driver.abilities().zoom(), "SKIPPED: this head has one part");
        assumeFalse(driver.abilities().steps(), "SKIPPED: this head goes by steps");
        driver.move(new Velocity(-0.5, 0, 0, 0), AT_MOST);
        await().atMost(PATIENCE).until(head::turning);
        driver.move(new Velocity(0, 0, 0.5, 0), AT_MOST);

        assertThat(head.turning()).isFalse();
        assertThat(head.zooming()).isTrue();
        driver.stop();
        assertThat(head.moving()).isFalse();
    }

    @Test
    void headAndLensMoveTogether() {
        assumeTrue(driver.abilities().panTilt() && driver.abilities().zoom(), "SKIPPED: this head has one part");
        assumeFalse(driver.abilities().steps(), "SKIPPED: this head goes by steps");
        driver.move(new Velocity(0.3, 0, 0.3, 0), AT_MOST);

        assertThat(head.turning()).isTrue();
        driver.stop();
        assertThat(head.moving()).isFalse();
    }

    @Test
    void aStopOvertakesAMoveThatIsNeverAnswered() throws Exception {
        assumeFalse(driver.abilities().steps(), "SKIPPED: this head goes by steps");
        head.promptness().hangMoves();
        var move = CompletableFuture.runAsync(() -> driver.move(new Velocity(0.5, 0, 0, 0), AT_MOST), THREADS);
        await().atMost(PATIENCE).until(head::moving);

        driver.stop();

        assertThat(head.moving()).isFalse();
        head.promptness().normal();
        assertThat(move.handle((done, failure) -> failure == null || failure.getCause() instanceof CameraFailure)
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(head.moving()).isFalse();
    }

    @Test
    void manyHungMovesHoldUpNoStop() {
        assumeFalse(driver.abilities().steps(), "SKIPPED: this head goes by steps");
        head.promptness().hangMoves();
        for (int each = 1; each <= 8; each++) {
            double speed = each / 20.0;
            int before = head.commands().all().size();
            THREADS.execute(() -> catchThrowableOfType(
                    CameraFailure.class, () -> driver.move(new Velocity(speed, 0, 0, 0), AT_MOST)));
            await().atMost(PATIENCE).until(() -> head.commands().all().size() > before);
        }

        driver.stop();

        assertThat(head.moving()).isFalse();
    }

    @Test
    void aStopOfAStandingHeadDoesNoHarm() {
        var before = head.view();
        driver.stop();
        driver.stop();

        assertThat(head.view()).isEqualTo(before);
    }

    @Test
    void aPresetIsStoredFoundAndForgotten() {
        assumeTrue(driver.abilities().savePresets(), "SKIPPED: this head stores no presets");
        turnRight();
        var stored = head.view();
        var token = driver.savePreset("Gate", Optional.empty());
        assertThat(token).isNotEmpty();
        assertThat(driver.presets()).contains(new Preset(token, "Gate"));

        driver.move(new Velocity(-1, 0, 0, 0), AT_MOST);
        await().atMost(PATIENCE).until(() -> head.view().pan() < stored.pan() - 0.05);
        driver.stop();
        driver.gotoPreset(token);
        awaitView(stored);

        driver.removePreset(token);
        assertThat(driver.presets()).noneMatch(preset -> preset.token().equals(token));
    }

    @Test
    void aPresetCanBeOverwritten() {
        assumeTrue(driver.abilities().savePresets(), "SKIPPED: this head stores no presets");
        var token = driver.savePreset("Gate", Optional.empty());
        turnRight();
        var there = head.view();

        assertThat(driver.savePreset("Drive", Optional.of(token))).isEqualTo(token);
        assertThat(driver.presets().stream().filter(preset -> preset.token().equals(token)))
                .containsExactly(new Preset(token, "Drive"));
        if (driver.abilities().home()) {
            driver.home();
        }
        driver.gotoPreset(token);
        awaitView(there);
    }

    @Test
    void anOddTokenComesThroughAsItIs() {
        assumeTrue(oddToken().isPresent(), "SKIPPED: tokens of this language are numbers");
        var token = oddToken().orElseThrow();
        head.presets().store(token, "Odd", new View(0.2, 0.1, 0));

        assertThat(driver.presets()).contains(new Preset(token, "Odd"));
        driver.gotoPreset(token);
        awaitView(new View(0.2, 0.1, 0));
        driver.removePreset(token);
        assertThat(head.presets().find(token)).isEmpty();
    }

    @Test
    void aPresetThatIsNotThereIsAFailure() {
        assumeTrue(driver.abilities().savePresets() && oddToken().isPresent(), "SKIPPED: not every camera says so");
        failure(() -> driver.gotoPreset("no such preset"));
    }

    @Test
    void theHeadGoesHome() {
        assumeTrue(driver.abilities().home(), "SKIPPED: this head has no home");
        turnRight();
        if (driver.abilities().setHome()) {
            driver.setHome();
            assertThat(head.home().pan()).isCloseTo(head.view().pan(), within(0.01));
            driver.move(new Velocity(-1, 0, 0, 0), AT_MOST);
            await().atMost(PATIENCE).until(() -> head.view().pan() < head.home().pan() - 0.05);
            driver.stop();
        }
        driver.home();
        awaitView(head.home());
    }

    @Test
    void theHeadGoesToAPositionAndSaysWhereItIs() {
        assumeTrue(driver.abilities().absolute(), "SKIPPED: this head goes to no positions");
        driver.moveTo(new Position(0.2, -0.1, 0.1));
        awaitView(new View(0.2, -0.1, 0.1));

        var said = driver.position().orElse(new Position(0.2, -0.1, 0.1));
        assertThat(said.pan()).isCloseTo(0.2, within(0.02));
        assertThat(said.tilt()).isCloseTo(-0.1, within(0.02));
        assertThat(said.zoom()).isCloseTo(0.1, within(0.02));
    }

    @Test
    void theHeadMovesByAWay() {
        assumeTrue(driver.abilities().relative(), "SKIPPED: this head moves by no ways");
        driver.moveBy(0.1, 0, 0);
        await().atMost(PATIENCE).until(() -> head.view().pan() > 0.01);
        await().atMost(PATIENCE).until(() -> !head.moving());
        assertThat(head.view().tilt()).isCloseTo(0, within(0.001));
    }

    @Test
    void aWrongPasswordIsSaidAsSuch() {
        assumeTrue(setup.stranger().isPresent(), "SKIPPED: this language signs in elsewhere");
        try (var stranger = setup.stranger().orElseThrow()) {
            assertThat(failure(stranger::abilities).kind()).isEqualTo(ErrorKind.AUTH);
            assertThat(failure(() -> stranger.move(new Velocity(1, 0, 0, 0), AT_MOST))
                            .kind())
                    .isEqualTo(ErrorKind.AUTH);
            assertThat(head.moving()).isFalse();
        }
    }

    @Test
    void aCameraThatIsNotThereIsSaidSoon() {
        try (var nobody = setup.nobody()) {
            long begun = System.nanoTime();
            assertThat(failure(nobody::abilities).kind()).isNotIn(ErrorKind.AUTH, ErrorKind.INTERNAL);
            if (!driver.abilities().steps()) {
                // A stop sends nothing to a head that goes by steps.
                failure(nobody::stop);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        }
    }

    @Test
    void aCameraThatNeverAnswersIsGivenUp() {
        assumeFalse(driver.abilities().steps(), "SKIPPED: this head goes by steps");
        assumeFalse(isVariant(), "SKIPPED: the usual camera of this language shows it");
        head.promptness().hang();
        long begun = System.nanoTime();
        assertThat(failure(() -> driver.move(new Velocity(1, 0, 0, 0), AT_MOST)).kind())
                .isEqualTo(ErrorKind.TIMEOUT);
        assertThat(failure(driver::stop).kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);

        head.promptness().normal();
        driver.stop();
        assertThat(head.moving()).isFalse();
        driver.move(new Velocity(-1, 0, 0, 0), AT_MOST);
        assertThat(head.moving()).isTrue();
        driver.stop();
    }

    /** Another model of a language: deadlines, which take seconds to pass, are waited for with the usual one alone. */
    protected boolean isVariant() {
        return false;
    }

    protected static CameraFailure failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call);
        assertThat(failure).as("a failure with a kind and a sentence").isNotNull();
        assertThat(failure.sentence()).endsWith(".");
        return failure;
    }

    private void turnRight() {
        double before = head.view().pan();
        driver.move(new Velocity(1, 0, 0, 0), AT_MOST);
        await().atMost(PATIENCE).until(() -> head.view().pan() > before + 0.05);
        driver.stop();
    }

    private void awaitView(View wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var view = head.view();
            assertThat(view.pan()).isCloseTo(wanted.pan(), within(0.02));
            assertThat(view.tilt()).isCloseTo(wanted.tilt(), within(0.02));
            assertThat(view.zoom()).isCloseTo(wanted.zoom(), within(0.02));
        });
        await().atMost(PATIENCE).until(() -> !head.moving());
    }

    /** @param progress grows while it moves that way */
    private void assertMoves(Velocity velocity, ToDoubleFunction<View> progress) {
        double before = progress.applyAsDouble(head.view());
        driver.move(velocity, AT_MOST);
        await().atMost(PATIENCE).until(() -> progress.applyAsDouble(head.view()) > before + 0.02);
        driver.stop();
        if (driver.abilities().steps()) {
            // A step goes on to its end.
            await().atMost(PATIENCE).until(() -> !head.moving());
        } else {
            assertThat(head.moving()).isFalse();
        }
    }
}
