// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.onvif.OnvifSwitch;
import io.nightjar.simulators.rtsp.Command;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnvifDeviceIT {

    private final MovableClock deviceClock = new MovableClock();
    private OnvifSimulator device;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Yard")
                .credentials(Onvif.USER, Onvif.PASSWORD)
                .clock(deviceClock)
                .start();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @Test
    void aDeviceTellsWhatItIs() {
        var information = Onvif.client(device.port()).device().information();

        assertThat(information.manufacturer()).isEqualTo("Nightjar");
        assertThat(information.model()).isEqualTo("Yard");
        assertThat(device.refusals()).isZero();
    }

    @Test
    void aClockThatIsHoursWrongDoesNotKeepUsOut() {
        deviceClock.forward(Duration.ofHours(-7));
        var client = Onvif.client(device.port());

        assertThat(client.device().information().model()).isEqualTo("Yard");
        assertThat(client.device().clockOffset()).isBetween(Duration.ofMinutes(-422), Duration.ofMinutes(-418));
        assertThat(device.refusals()).isZero();
    }

    @Test
    void aClockThatIsSetLaterIsAskedAgain() {
        var client = Onvif.client(device.port());
        client.device().information();
        deviceClock.forward(Duration.ofHours(2));

        assertThat(client.device().information().model()).isEqualTo("Yard");
        assertThat(device.refusals()).isEqualTo(1);
    }

    @Test
    void localTimeAndZoneDoWhereThereIsNoUtc() {
        device.turnOn(OnvifSwitch.LOCAL_DATE_ONLY);
        deviceClock.forward(Duration.ofHours(5));
        var client = Onvif.client(device.port());

        assertThat(client.device().information().model()).isEqualTo("Yard");
        assertThat(device.refusals()).isZero();
    }

    @Test
    void withoutAnyTimeOurOwnClockIsUsed() {
        device.turnOn(OnvifSwitch.NO_DATE);

        assertThat(Onvif.client(device.port()).device().information().model()).isEqualTo("Yard");
    }

    @Test
    void aDeviceThatTellsItsTimeOnlyToFriendsIsAskedWithOurClock() {
        device.turnOn(OnvifSwitch.DATE_NEEDS_SIGN_IN);

        assertThat(Onvif.client(device.port()).device().information().model()).isEqualTo("Yard");
        assertThat(device.refusals()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        var wrong = Optional.of(new Credentials(Onvif.USER, "guess"));
        var client = Onvif.client(device.port(), wrong, Clock.systemUTC());

        var failure = Onvif.failure(ErrorKind.AUTH, () -> client.device().information());

        assertThat(failure.sentence()).contains("ONVIF users of their own");
        assertThat(device.refusals()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsTriedNoMoreThanTwiceWhereTheTimeIsSecret() {
        device.turnOn(OnvifSwitch.DATE_NEEDS_SIGN_IN);
        var wrong = Optional.of(new Credentials(Onvif.USER, "guess"));
        var client = Onvif.client(device.port(), wrong, Clock.systemUTC());

        Onvif.failure(ErrorKind.AUTH, () -> client.device().information());

        assertThat(device.operations())
                .containsExactly("GetSystemDateAndTime", "GetSystemDateAndTime", "GetDeviceInformation");
    }

    @Test
    void aDeviceThatWantsAPasswordSaysSo() {
        var client = Onvif.client(device.port(), Optional.empty(), Clock.systemUTC());

        var failure = Onvif.failure(ErrorKind.AUTH, () -> client.device().information());

        assertThat(failure.sentence()).contains("none are configured");
    }

    @Test
    void aPageInHtmlThatRefusesIsARefusal() {
        device.turnOn(OnvifSwitch.HTML_REFUSALS);
        var wrong = Optional.of(new Credentials(Onvif.USER, "guess"));

        Onvif.failure(ErrorKind.AUTH, () -> Onvif.client(device.port(), wrong, Clock.systemUTC())
                .device()
                .information());
        Onvif.failure(ErrorKind.AUTH, () -> Onvif.client(device.port(), Optional.empty(), Clock.systemUTC())
                .device()
                .information());
    }

    @Test
    void digestIsAnsweredWhenAskedFor() {
        device.turnOn(OnvifSwitch.HTTP_DIGEST);

        assertThat(Onvif.client(device.port()).device().information().model()).isEqualTo("Yard");
    }

    @Test
    void aDeviceOfTheFirstVersionIsAskedForItsCapabilities() {
        device.turnOn(OnvifSwitch.NO_SERVICE_LIST);
        var client = Onvif.client(device.port());

        assertThat(client.media().profiles()).hasSize(2);
        assertThat(device.operations()).contains("GetServices", "GetCapabilities");
    }

    @Test
    void aPortWhereNobodyIsFailsFast() {
        int port = device.port();
        device.close();
        try {
            Onvif.failure(ErrorKind.REFUSED, () -> Onvif.client(port).device().information());
        } finally {
            device = OnvifSimulator.builder("Yard").start();
        }
    }

    @Test
    void aConnectionThatIsDroppedIsMadeAgain() {
        var client = Onvif.client(device.port());
        client.device().information();
        device.apply(Command.DROP);

        assertThat(client.device().information().model()).isEqualTo("Yard");
    }
}
