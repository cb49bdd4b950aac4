// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others wrote understands what is written here. */
class RealMessageLayerIT {

    @Test
    void headsAreMovedAndWhatTheyCannotDoIsSaid(@TempDir Path folder) throws Exception {
        try (var real = RealMessageLayer.start("open", folder);
                var bridge = Bridges.ready(Bridges.to(real.port()))) {
            assertThat(bridge.state().schema()).isEqualTo(21);
            assertThat(bridge.serials(Bridges.PATIENCE)).containsExactly(Bridges.TURNING, Bridges.FIXED);
            var porch = bridge.head(Bridges.TURNING);
            assertThat(porch.skills(Bridges.PATIENCE)).isEqualTo(new EufyHead.Skills(true, true));
            assertThat(porch.names(Bridges.PATIENCE)).isEqualTo(new EufyHead.Names("T8416", "Porch"));
            for (var direction : EufyDirection.values()) {
                assertThat(porch.step(direction, () -> true, Bridges.PATIENCE)).isTrue();
            }
            porch.savePreset(2, Bridges.PATIENCE);
            porch.gotoPreset(2, Bridges.PATIENCE);
            porch.deletePreset(2, Bridges.PATIENCE);
            assertThat(real.orders())
                    .containsExactly(
                            "devicePanAndTilt 1",
                            "devicePanAndTilt 2",
                            "devicePanAndTilt 3",
                            "devicePanAndTilt 4",
                            "deviceSavePresetPosition 2",
                            "devicePresetPosition 2",
                            "deviceDeletePresetPosition 2");

            var door = bridge.head(Bridges.FIXED);
            assertThat(door.skills(Bridges.PATIENCE)).isEqualTo(new EufyHead.Skills(false, false));
            assertThat(Bridges.failure(() -> door.step(EufyDirection.UP, () -> true, Bridges.PATIENCE))
                            .kind())
                    .isEqualTo(ErrorKind.UNSUPPORTED);
            var nobody = bridge.head("T8416NOBODY");
            assertThat(Bridges.failure(() -> nobody.step(EufyDirection.UP, () -> true, Bridges.PATIENCE))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }
    }

    @Test
    void aPictureAndACodeUnlockItAndTheyAreToldToWhoeverComesLater(@TempDir Path folder) throws Exception {
        try (var real = RealMessageLayer.start("locked", folder)) {
            int port = real.port();
            try (var bridge = Bridges.to(port)) {
                var asking = Bridges.await(bridge, state -> state.needs() == BridgeNeed.CAPTCHA);
                assertThat(asking.captcha()).startsWith("data:image/png;base64,");
                bridge.enterCaptcha("wrong", Bridges.PATIENCE);
                Bridges.await(bridge, state -> state.needs() == BridgeNeed.CAPTCHA);
                bridge.enterCaptcha("abcd", Bridges.PATIENCE);
                Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
            }
            try (var bridge = Bridges.to(port)) {
                Bridges.await(bridge, state -> state.needs() == BridgeNeed.VERIFY_CODE);
                assertThat(real.codesSent()).isEqualTo(1);
                bridge.enterVerifyCode("4711", Bridges.PATIENCE);
                Bridges.ready(bridge);
                assertThat(bridge.head(Bridges.TURNING).step(EufyDirection.LEFT, () -> true, Bridges.PATIENCE))
                        .isTrue();
            }
        }
    }
}
