// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.vendor.SimulatedVendors.CANDIDATES;
import static io.nightjar.cameras.vendor.SimulatedVendors.HARD;
import static io.nightjar.cameras.vendor.SimulatedVendors.fails;
import static io.nightjar.cameras.vendor.SimulatedVendors.first;
import static io.nightjar.cameras.vendor.SimulatedVendors.source;
import static io.nightjar.cameras.vendor.SimulatedVendors.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.MjpegStream;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.SnapshotSource;
import io.nightjar.cameras.amcrest.AmcrestAddress;
import io.nightjar.cameras.amcrest.AmcrestApi;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.amcrest.AmcrestCamera;
import io.nightjar.simulators.amcrest.AmcrestSwitch;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter and the API against cameras that answer as the real ones do. */
class AmcrestIT {

    @ParameterizedTest
    @EnumSource(
            value = AmcrestSwitch.class,
            names = {"NO_PART_LENGTH", "WRONG_PART_LENGTH", "SPACED_BOUNDARY", "NEWLINES_ONLY", "BASIC_ONLY"})
    void amcrestsMjpegIsReadWhateverIsWrongWithIt(AmcrestSwitch fault) throws Exception {
        try (var camera =
                AmcrestCamera.builder("yard").credentials("ad@min", "p)#w:%").start()) {
            camera.turnOn(fault);
            var wish = wish("amcrest", camera, ", streams: {main: {protocol: mjpeg}}", Role.MAIN);
            try (var stream = MjpegStream.open(Cameras.http(), first(wish), wish, TIMEOUT)) {
                for (int picture = 0; picture < 5; picture++) {
                    assertThat(ImageIO.read(new ByteArrayInputStream(stream.next()))
                                    .getWidth())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void amcrestsPicturesAreFoundAtTheChannelThatTheFirmwareCountsFrom() {
        try (var camera =
                AmcrestCamera.builder("yard").credentials("ad@min", "p)#w:%").start()) {
            camera.turnOn(AmcrestSwitch.SINGLE_USE_NONCES);
            var wish = wish("amcrest", camera, ", streams: {sub: {protocol: snapshot}}", Role.SUB);
            assertThat(source(wish).next(TIMEOUT)).isNotEmpty();
            camera.turnOn(AmcrestSwitch.CHANNELS_FROM_ZERO);
            var second = CANDIDATES.of(wish, TIMEOUT).getLast();
            assertThat(SnapshotSource.open(Cameras.http(), Consoles.none(), second, wish)
                            .next(TIMEOUT))
                    .isNotEmpty();
        }
    }

    @Test
    void aWrongPasswordDoesNotLockAnAmcrest() {
        try (var camera =
                AmcrestCamera.builder("yard").credentials("ad@min", "another").start()) {
            var wish = wish("amcrest", camera, "", Role.SUB);
            var api = new AmcrestApi(Cameras.http(), AmcrestAddress.of(wish), HARD, new MovedClock());
            for (int attempt = 0; attempt < 10; attempt++) {
                fails(ErrorKind.AUTH, api::device);
            }
            assertThat(camera.wrongPasswords()).isEqualTo(1);
            assertThat(camera.locked()).isFalse();
        }
    }
}
