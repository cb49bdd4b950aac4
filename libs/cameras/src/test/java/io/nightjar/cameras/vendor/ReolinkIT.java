// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.vendor.SimulatedVendors.CANDIDATES;
import static io.nightjar.cameras.vendor.SimulatedVendors.HARD;
import static io.nightjar.cameras.vendor.SimulatedVendors.PREFLIGHT;
import static io.nightjar.cameras.vendor.SimulatedVendors.fails;
import static io.nightjar.cameras.vendor.SimulatedVendors.source;
import static io.nightjar.cameras.vendor.SimulatedVendors.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.MovedClock;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.reolink.ReolinkAddress;
import io.nightjar.cameras.reolink.ReolinkApi;
import io.nightjar.cameras.reolink.ReolinkCommand;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.reolink.ReolinkCamera;
import io.nightjar.simulators.reolink.ReolinkSwitch;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The adapter and the API against cameras that answer as the real ones do. */
class ReolinkIT {

    @Test
    void reolinksStreamsAreFoundUnderOldNamesAndNewOnes() {
        try (var camera =
                ReolinkCamera.builder("gate").credentials("ad@min", "p)#w:%").start()) {
            assertThat(answering(wish("reolink", camera, "", Role.MAIN))).isEqualTo("/Preview_01_main");
            camera.turnOn(ReolinkSwitch.LEGACY_PATHS_ONLY);
            assertThat(answering(wish("reolink", camera, "", Role.SUB))).isEqualTo("/h264Preview_01_sub");
        }
    }

    @Test
    void reolinksPicturesAndCommandsNeedNoMoreThanOneSession() throws Exception {
        try (var camera =
                ReolinkCamera.builder("gate").credentials("ad@min", "p)#w:%").start()) {
            var wish = wish("reolink", camera, ", streams: {sub: {protocol: snapshot}}", Role.SUB);
            try (var source = source(wish)) {
                assertThat(ImageIO.read(new ByteArrayInputStream(source.next(TIMEOUT)))
                                .getWidth())
                        .isPositive();
            }
            try (var api = new ReolinkApi(Cameras.http(), ReolinkAddress.of(wish), HARD, new MovedClock())) {
                assertThat(api.device().channels()).isEqualTo(1);
                assertThat(api.encoding(0).main().width())
                        .isGreaterThan(api.encoding(0).sub().width());
                camera.turnOn(ReolinkSwitch.BATCHES_FAIL);
                assertThat(api.askAll(List.of(ReolinkCommand.of("GetDevInfo"), ReolinkCommand.ofChannel("GetEnc", 0))))
                        .allSatisfy(answer -> assertThat(answer).isPresent());
                camera.expireSessions();
                assertThat(api.device().model()).isNotBlank();
                camera.turnOn(ReolinkSwitch.LOGOUT_GARBAGE);
            }
            assertThat(camera.logins()).isEqualTo(2);
            assertThat(camera.sessionsOpen()).isZero();
        }
    }

    @Test
    void reolinksRefusalsAreExplained() {
        try (var camera =
                ReolinkCamera.builder("gate").credentials("admin", "other").start()) {
            var wish = wish("reolink", camera, ", streams: {sub: {protocol: snapshot}}", Role.SUB);
            fails(ErrorKind.AUTH, () -> source(wish).next(TIMEOUT));
            camera.turnOn(ReolinkSwitch.HTTPS_ONLY);
            fails(ErrorKind.CONFIG, () -> source(wish).next(TIMEOUT));
            camera.turnOff(ReolinkSwitch.HTTPS_ONLY);
            camera.turnOn(ReolinkSwitch.SESSIONS_FULL);
            fails(ErrorKind.RESET, () -> api(wish).device());
        }
    }

    private static String answering(StreamWish wish) {
        for (var candidate : CANDIDATES.of(wish, TIMEOUT)) {
            try {
                PREFLIGHT.ask(candidate.address(), wish.credentials(), Origin.FILE, TIMEOUT);
                return candidate.address().template().replaceFirst("rtsp://[^/]+", "");
            } catch (CameraFailure failure) {
                assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            }
        }
        throw new AssertionError("None answers");
    }

    private static ReolinkApi api(StreamWish wish) {
        return new ReolinkApi(
                Cameras.http(), ReolinkAddress.of(wish), new Credentials("admin", "other"), new MovedClock());
    }
}
