// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.PtzSettings.Driver;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.driver.Wishes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningDriversTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Velocity LEFT = new Velocity(-1, 0, 0, 0);

    @TempDir
    Path state;

    private final SpokenLanguage onvif = new SpokenLanguage(Driver.ONVIF);
    private final SpokenLanguage amcrest = new SpokenLanguage(Driver.AMCREST);

    @Test
    void onvifGoesBeforeTheVendorsOwn() {
        var driver = driver(PtzSettings.NONE);
        move(driver);

        assertThat(driver.language()).isEqualTo(Driver.ONVIF);
        assertThat(onvif.said()).containsExactly("abilities", "move");
        assertThat(amcrest.said()).isEmpty();
    }

    @Test
    void theVendorsOwnMovesWhereOnvifIsDown() {
        onvif.fail(ErrorKind.REFUSED);
        var driver = driver(PtzSettings.NONE);
        move(driver);
        driver.stop();

        assertThat(driver.language()).isEqualTo(Driver.AMCREST);
        assertThat(amcrest.said()).containsExactly("abilities", "move", "stop");
        assertThat(onvif.said()).containsExactly("abilities");
    }

    @Test
    void aRefusedAccountIsRememberedByNobody() {
        onvif.fail(ErrorKind.AUTH);
        var driver = driver(PtzSettings.NONE);
        var refused = catchThrowableOfType(CameraFailure.class, () -> move(driver));
        assertThat(refused.kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(driver.afterRefusal()).isEqualTo(Duration.ofMinutes(10));
        onvif.fail((ErrorKind) null);
        move(driver);
        assertThat(onvif.said()).containsExactly("abilities", "abilities", "move");
        assertThat(amcrest.said()).isEmpty();
        assertThat(driver.language()).isEqualTo(Driver.ONVIF);
    }

    @Test
    void whatWasLearnedOutlivesARestartAndIsForgottenWithTheSettings() throws Exception {
        onvif.fail("abilities", ErrorKind.REFUSED);
        move(driver(PtzSettings.NONE));
        assertThat(Files.readString(state.resolve("drivers.json")))
                .contains("amcrest")
                .doesNotContain("secret");
        onvif.fail("abilities", null);
        move(driver(PtzSettings.NONE));
        assertThat(onvif.said()).containsExactly("abilities");

        var elsewhere = Wishes.camera(
                Vendor.AMCREST, Map.of(Ports.ONVIF, 81), Optional.of(password("secret")), PtzSettings.NONE);
        move(drivers().of(elsewhere));
        assertThat(onvif.said()).containsExactly("abilities", "abilities", "move");
    }

    @Test
    void anotherPasswordForgetsWhatWasLearned() {
        var drivers = drivers();
        onvif.fail("abilities", ErrorKind.REFUSED);
        move(drivers.of(wish("secret", PtzSettings.NONE)));
        onvif.fail("abilities", null);
        var driver = drivers.of(wish("another", PtzSettings.NONE));
        move(driver);

        assertThat(driver.language()).isEqualTo(Driver.ONVIF);
    }

    @Test
    void theSettingIsHonoured() {
        var driver = driver(new PtzSettings(Driver.AMCREST, null, false, false, null, null));
        amcrest.fail("move", ErrorKind.REFUSED);
        assertThat(failure(() -> move(driver)).kind()).isEqualTo(ErrorKind.REFUSED);

        assertThat(driver.language()).isEqualTo(Driver.AMCREST);
        assertThat(onvif.said()).isEmpty();
        var none = driver(new PtzSettings(Driver.EUFY, null, false, false, null, null));
        assertThat(failure(() -> move(none)).sentence()).contains("eufy").contains("ptz.driver");
        assertThat(failure(none::stop).kind()).isEqualTo(ErrorKind.CONFIG);
    }

    @Test
    void aLanguageThatIsGoneIsLeftForTheSameOrder() {
        var driver = driver(PtzSettings.NONE);
        move(driver);
        for (var kind : List.of(ErrorKind.REFUSED, ErrorKind.NOT_FOUND, ErrorKind.PROTOCOL, ErrorKind.UNSUPPORTED)) {
            var left = language(driver);
            left.fail("move", kind);
            move(driver);
            assertThat(language(driver)).isNotSameAs(left);
            left.fail("move", null);
        }
    }

    @Test
    void onlyTheSecondTimeoutInARowIsAReasonToLeave() {
        var driver = driver(PtzSettings.NONE);
        onvif.fail("move", ErrorKind.TIMEOUT);
        assertThat(failure(() -> move(driver)).kind()).isEqualTo(ErrorKind.TIMEOUT);
        onvif.fail("move", null);
        move(driver);
        onvif.fail("move", ErrorKind.TIMEOUT);
        failure(() -> move(driver));
        assertThat(driver.language()).isEqualTo(Driver.ONVIF);
        move(driver);

        assertThat(driver.language()).isEqualTo(Driver.AMCREST);
    }

    @Test
    void aWrongPasswordIsShownInOneLanguageOnly() {
        onvif.fail(ErrorKind.AUTH);
        var driver = driver(PtzSettings.NONE);

        assertThat(failure(() -> move(driver)).kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(failure(driver::abilities).kind()).isEqualTo(ErrorKind.AUTH);
        assertThat(amcrest.said()).isEmpty();
    }

    @Test
    void aHeadThatCannotMoveInOneLanguageMayInAnother() {
        onvif.able(PtzAbilities.NONE);
        var driver = driver(PtzSettings.NONE);
        move(driver);

        assertThat(driver.language()).isEqualTo(Driver.AMCREST);
    }

    @Test
    void theMostTellingFailureIsSaid() {
        onvif.fail(ErrorKind.REFUSED);
        amcrest.fail(ErrorKind.UNSUPPORTED);
        assertThat(failure(() -> move(driver(PtzSettings.NONE))).kind()).isEqualTo(ErrorKind.UNSUPPORTED);
        onvif.fail(ErrorKind.TIMEOUT);
        assertThat(failure(() -> move(driver(PtzSettings.NONE))).kind()).isEqualTo(ErrorKind.TIMEOUT);
        amcrest.fail(ErrorKind.AUTH);
        assertThat(failure(() -> move(driver(PtzSettings.NONE))).kind()).isEqualTo(ErrorKind.AUTH);
    }

    @Test
    void aStopGoesWhereTheMoveWentThoughAnotherLanguageTookOver() throws Exception {
        var driver = driver(PtzSettings.NONE);
        move(driver);
        onvif.fail("move", ErrorKind.PROTOCOL);
        move(driver);
        assertThat(driver.language()).isEqualTo(Driver.AMCREST);
        // The camera may have done what its first language refused: both are stopped, and neither waits for the other.
        var hanging = onvif.hang("stop");
        CompletableFuture.runAsync(driver::stop, Thread::startVirtualThread).get(15, TimeUnit.SECONDS);

        assertThat(amcrest.said()).endsWith("stop");
        await().atMost(PATIENCE).until(() -> onvif.said().contains("stop"));
        hanging.countDown();
    }

    @Test
    void aHeadWhoseLanguageIsGoneIsStoppedInAnother() {
        var driver = driver(PtzSettings.NONE);
        move(driver);
        onvif.fail("stop", ErrorKind.REFUSED);
        driver.stop();
        assertThat(amcrest.said()).containsExactly("stop");

        move(driver);
        amcrest.fail("stop", ErrorKind.TIMEOUT);
        assertThat(failure(driver::stop).sentence()).startsWith("onvif fails");
    }

    @Test
    void anOrderThatWasOvertakenByAStopIsNotGivenAnyMore() throws Exception {
        var finding = onvif.hang("abilities");
        var driver = driver(PtzSettings.NONE);
        var move = CompletableFuture.runAsync(() -> move(driver), Thread::startVirtualThread);
        await().atMost(PATIENCE).until(() -> onvif.said().contains("abilities"));
        driver.stop();
        finding.countDown();
        move.get(15, TimeUnit.SECONDS);

        assertThat(onvif.said()).containsExactly("abilities", "stop");
    }

    @Test
    void aStopOvertakesAMoveThatHangs() throws Exception {
        var driver = driver(PtzSettings.NONE);
        var hanging = onvif.hang("move");
        var move = CompletableFuture.runAsync(() -> move(driver), Thread::startVirtualThread);
        await().atMost(PATIENCE).until(() -> onvif.said().contains("move"));
        CompletableFuture.runAsync(driver::stop, Thread::startVirtualThread).get(15, TimeUnit.SECONDS);

        assertThat(move).isNotDone();
        hanging.countDown();
        move.get(15, TimeUnit.SECONDS);
    }

    @Test
    void whoeverAsksAtOnceWaitsForOneAnswer() {
        var finding = onvif.hang("abilities");
        var driver = driver(PtzSettings.NONE);
        var asked = List.of(
                CompletableFuture.supplyAsync(driver::presets, Thread::startVirtualThread),
                CompletableFuture.supplyAsync(driver::presets, Thread::startVirtualThread));
        await().atMost(PATIENCE).until(() -> onvif.said().contains("abilities"));
        finding.countDown();
        asked.forEach(CompletableFuture::join);

        assertThat(onvif.said()).containsExactly("abilities", "presets", "presets");
    }

    @Test
    void anOrderWithATokenStaysInItsLanguage() {
        var driver = driver(PtzSettings.NONE);
        driver.presets();
        onvif.fail("goto", ErrorKind.NOT_FOUND);
        assertThat(failure(() -> driver.gotoPreset("1")).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        onvif.fail("goto", ErrorKind.REFUSED);
        failure(() -> driver.gotoPreset("1"));

        assertThat(amcrest.said()).isEmpty();
    }

    private LearningDrivers drivers() {
        return new LearningDrivers(List.of(amcrest, onvif), state.resolve("drivers.json"));
    }

    private PtzDriver driver(PtzSettings settings) {
        return drivers().of(wish("secret", settings));
    }

    private static StreamWish wish(String password, PtzSettings settings) {
        return Wishes.camera(Vendor.AMCREST, Map.of(), Optional.of(password(password)), settings);
    }

    private static Credentials password(String password) {
        return new Credentials("admin", password);
    }

    private SpokenLanguage language(PtzDriver driver) {
        return driver.language() == Driver.ONVIF ? onvif : amcrest;
    }

    private static void move(PtzDriver driver) {
        driver.move(LEFT, Duration.ofSeconds(1));
    }

    private static CameraFailure failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
