// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.onvif.OnvifSwitch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnvifEventsIT {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final MovableClock time = new MovableClock();
    private OnvifSimulator device;
    private OnvifEvents events;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Yard")
                .credentials(Onvif.USER, Onvif.PASSWORD)
                .clock(time)
                .start();
        events = Onvif.client(device.port(), Onvif.KNOWN, time).events();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NO_MEDIA2",
                "TIMES_ONLY",
                "EXPIRED_SUBSCRIPTIONS",
                "SUBSCRIPTION_HEADER",
                "DOUBLED_PORT",
                "OTHER_NETWORK",
                "HTTP_DIGEST"
            })
    void motionArrivesWhateverADeviceGetsWrong(OnvifSwitch which) throws Exception {
        device.turnOn(which);
        try (var point = events.subscribe(LIFE)) {
            var pulled = CompletableFuture.supplyAsync(() -> point.pull(WAIT));
            device.seeMotion(true);

            assertThat(pulled.get()).singleElement().satisfies(event -> {
                assertThat(event.topic()).isEqualTo("RuleEngine/CellMotionDetector/Motion");
                assertThat(event.kind()).contains("motion");
                assertThat(event.active()).contains(true);
                assertThat(event.change()).isEqualTo(OnvifEvent.Change.CHANGED);
                assertThat(event.time()).isPresent();
            });
        }
        assertThat(device.subscriptions()).isZero();
    }

    @Test
    void thePresentStateComesWhenAskedFor() {
        try (var point = events.subscribe(LIFE)) {
            assertThat(point.synchronize()).isTrue();

            assertThat(point.pull(WAIT)).singleElement().satisfies(event -> {
                assertThat(event.change()).isEqualTo(OnvifEvent.Change.INITIALIZED);
                assertThat(event.active()).contains(false);
            });
        }
    }

    @Test
    void nothingNewIsNoFailure() {
        try (var point = events.subscribe(LIFE)) {
            assertThat(point.pull(Duration.ofMillis(50))).isEmpty();
        }
    }

    @Test
    void aSubscriptionIsRenewedBeforeItEnds() {
        try (var point = events.subscribe(LIFE)) {
            for (var step : List.of(100, 100, 100)) {
                time.forward(Duration.ofSeconds(step));
                point.pull(Duration.ofMillis(10));
            }
            assertThat(device.subscriptions()).isEqualTo(1);
            assertThat(device.operations().stream().filter("Renew"::equals)).hasSize(3);
        }
    }

    @Test
    void aSubscriptionTheDeviceForgotIsReported() {
        try (var point = events.subscribe(LIFE)) {
            time.forward(Duration.ofMinutes(10));

            var failure = Onvif.failure(ErrorKind.PROTOCOL, () -> point.pull(WAIT));

            assertThat(failure.sentence()).contains("forgotten the subscription");
        }
    }

    @Test
    void aDeviceThatBearsNoMoreSubscriptionsSaysSo() {
        var points = List.of(1, 2, 3, 4).stream()
                .map(number -> events.subscribe(LIFE))
                .toList();

        Onvif.failure(ErrorKind.PROTOCOL, () -> events.subscribe(LIFE));

        points.forEach(PullPoint::close);
        assertThat(device.subscriptions()).isZero();
    }
}
