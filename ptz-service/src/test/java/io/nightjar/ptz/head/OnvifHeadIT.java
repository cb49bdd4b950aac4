// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.ptz.onvif.OnvifLanguage;
import io.nightjar.simulators.onvif.OnvifSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head that really turns, told over a real connection. */
class OnvifHeadIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Caller ANNA = new Caller("Anna", false, "page-1");

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<PtzStatus> published = new CopyOnWriteArrayList<>();
    private OnvifSimulator device;
    private MovingMarks marks;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Yard").credentials("admin", "secret").start();
        marks = new MovingMarks(folder);
    }

    @AfterEach
    void end() {
        marks.close();
        device.close();
        timer.shutdownNow();
    }

    @Test
    void itMovesWhileHeldAndStandsAfterwards() {
        var head = head("secret");
        await().atMost(SOON).until(head::isKnown);
        head.commands()
                .hold(ANNA, 1L, new Velocity(-0.2, 0, 0, 0), Duration.ofSeconds(5))
                .join();
        await().atMost(SOON).until(() -> device.head().view().pan() < -0.01);
        var stop = head.commands().stop(ANNA, 1L).join();
        assertThat(stop.reply()).isEqualTo(new Reply.Done(true));
        assertThat(stop.driver()).isEqualTo("onvif");
        assertThat(device.head().moving()).isFalse();
        await().atMost(SOON).until(() -> !published.getLast().moving());
        assertThat(head.position()).hasValueSatisfying(position -> assertThat(position.pan())
                .isCloseTo(device.head().view().pan(), within(0.01)));
        head.close(SOON).join();
    }

    @Test
    void aPageThatIsGoneAndAProcessThatEndsLeaveNothingMoving() {
        var head = head("secret");
        await().atMost(SOON).until(head::isKnown);
        head.commands()
                .hold(ANNA, 1L, new Velocity(0, 0.1, 0, 0), Duration.ofSeconds(5))
                .join();
        head.commands().closed(ANNA).join();
        assertThat(device.head().moving()).isFalse();
        var bob = new Caller("Anna", false, "page-2");
        head.commands()
                .hold(bob, 1L, new Velocity(0, 0.1, 0, 0), Duration.ofSeconds(5))
                .join();
        head.close(SOON).join();
        assertThat(device.head().moving()).isFalse();
    }

    @Test
    void aWrongPasswordIsSaidAsSuch() {
        var head = head("guess");
        await().atMost(SOON).until(() -> head.status().error() == ErrorKind.AUTH);
        assertThat(head.commands()
                        .hold(ANNA, 1L, new Velocity(1, 0, 0, 0), null)
                        .join()
                        .reply())
                .isInstanceOfSatisfying(
                        Reply.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(ErrorKind.AUTH));
        head.close(Duration.ZERO).join();
    }

    private Head head(String password) {
        var wish =
                Wishes.camera(Vendor.GENERIC, Map.of(Ports.ONVIF, device.port()), new Credentials("admin", password));
        var driver = new OnvifLanguage(Wishes.http(), Clock.systemUTC()).open(wish);
        var context = new HeadContext(
                new SteadyTime(Clock.systemUTC(), System::nanoTime),
                timer,
                new Alone(),
                marks,
                new CommandMetrics(new SimpleMeterRegistry()),
                published::add,
                (head, preset) -> {});
        return new Head(CameraId.of("gate"), PtzSettings.NONE, driver, context);
    }
}
