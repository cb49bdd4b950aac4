// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.Pictures;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectConsoleTest {

    @TempDir
    static Path folder;

    private final MovedClock clock = new MovedClock();
    private ScriptedConsole simulated;
    private ProtectConsole console;

    @BeforeEach
    void start() throws Exception {
        simulated = new ScriptedConsole(folder);
        console = console("right");
    }

    @AfterEach
    void stop() throws Exception {
        simulated.close();
    }

    @Test
    void twentyCamerasAtOnceAreOneSignInAndOneDescription() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Future<Integer>>mapToObj(number -> threads.submit(
                            () -> console.cameras(TIMEOUT).size() + console.snapshot("yard", TIMEOUT).length))
                    .toList();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(2 + Pictures.picture(4).length);
            }
        }
        assertThat(simulated.logins()).isEqualTo(1);
        assertThat(simulated.asked("bootstrap")).isEqualTo(1);
        assertThat(console.figures().logins()).isEqualTo(1);
    }

    @Test
    void aliasesAreThoseOfTheLargestAndTheSmallestPicture() {
        var cameras = console.cameras(TIMEOUT);

        assertThat(cameras.getFirst().alias(Role.MAIN)).hasValue("bigAlias");
        assertThat(cameras.getFirst().alias(Role.SUB))
                .as("not the package lens")
                .hasValue("smallAlias");
        assertThat(cameras.getFirst().host()).as("the console itself").isNull();
        assertThat(cameras.getLast().alias(Role.MAIN)).hasValue("gateAlias");
        assertThat(cameras.getLast().host()).isEqualTo("10.9.9.9");
        assertThat(cameras.getLast().connected()).isFalse();
        assertThat(cameras.toString()).doesNotContain("Alias");
    }

    @Test
    void aSessionThatRanOutIsRenewedOnceForAll() throws Exception {
        console.snapshot("yard", TIMEOUT);
        simulated.forgetSessions();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Future<byte[]>>mapToObj(number -> threads.submit(() -> console.snapshot("yard", TIMEOUT)))
                    .toList();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(Pictures.picture(4));
            }
        }
        assertThat(simulated.logins()).isEqualTo(2);
    }

    @Test
    void aConsoleThatRefusesEvenANewSessionIsAnError() {
        simulated.callStatus = 401;
        failsWith(ErrorKind.AUTH, "own session");
        assertThat(simulated.logins()).isEqualTo(2);
        failsWith(ErrorKind.AUTH, "own session");
        assertThat(simulated.logins()).as("left alone for a while").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"401, refused the user", "403, role", "499, second factor"})
    void aRefusedSignInIsExplainedAndNotRepeated(int status, String words) {
        simulated.loginStatus = status;
        for (int attempt = 0; attempt < 5; attempt++) {
            failsWith(ErrorKind.AUTH, words);
        }
        assertThat(simulated.logins()).isEqualTo(1);
        simulated.loginStatus = 200;
        clock.move(Duration.ofSeconds(61));
        assertThat(console.cameras(TIMEOUT)).hasSize(2);
    }

    @Test
    void aConsoleThatAsksForFewerRequestsIsLeftAlone() {
        console.snapshot("yard", TIMEOUT);
        simulated.callStatus = 429;
        failsWith(ErrorKind.RESET, "fewer requests");
        long asked = simulated.asked("/proxy/");
        failsWith(ErrorKind.RESET, "fewer requests");
        assertThat(simulated.asked("/proxy/")).isEqualTo(asked);
        simulated.callStatus = 200;
        clock.move(Duration.ofSeconds(8));
        assertThat(console.snapshot("yard", TIMEOUT)).isNotEmpty();
    }

    @Test
    void recyclingBeginsANewSessionWithoutAFailure() {
        console.snapshot("yard", TIMEOUT);
        console.recycle();
        assertThat(console.figures().signedIn()).isFalse();
        assertThat(console.snapshot("yard", TIMEOUT)).isNotEmpty();
        assertThat(console.figures()).isEqualTo(new ProtectConsole.Figures(true, 2, 2));
    }

    @Test
    void aWrongPasswordIsSaid() {
        console = console("wrong");
        failsWith(ErrorKind.AUTH, "refused the user or the password");
    }

    private void failsWith(ErrorKind kind, String words) {
        assertThatThrownBy(() -> console.snapshot("yard", TIMEOUT))
                .hasMessageContaining(words)
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private ProtectConsole console(String password) {
        return new ProtectConsole(Cameras.http(), simulated.address(), new Credentials("nvr", password), clock);
    }
}
