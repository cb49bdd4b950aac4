// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.HttpAsk;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.onvif.OnvifSwitch;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnvifMediaIT {

    private OnvifSimulator device;

    @BeforeAll
    void start() {
        device = OnvifSimulator.builder("Yard")
                .credentials(Onvif.USER, Onvif.PASSWORD)
                .start();
    }

    @AfterAll
    void stop() {
        device.close();
    }

    @AfterEach
    void behave() {
        List.of(OnvifSwitch.values()).forEach(device::turnOff);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NO_SERVICE_LIST",
                "NO_MEDIA2",
                "BROKEN_MEDIA2",
                "HTTP_DIGEST",
                "VENDOR_PATHS",
                "SWAPPED_ADDRESSES",
                "OTHER_NETWORK",
                "NO_PTZ_CONFIGURATION"
            })
    void profilesAndAddressesAreFoundWhateverADeviceGetsWrong(OnvifSwitch which) {
        device.turnOn(which);
        var media = Onvif.client(device.port()).media();

        var profiles = media.profiles();

        assertThat(profiles).extracting(MediaProfile::name).containsExactly("mainStream", "subStream");
        assertThat(profiles).extracting(MediaProfile::encoding).containsOnly(VideoEncoding.H264);
        assertThat(profiles.getFirst().area()).isEqualTo(1280 * 720);
        assertThat(media.streamAddresses(profiles.getFirst())).contains(device.url(Role.MAIN));
        assertThat(media.streamAddresses(profiles.getFirst()).getFirst()).isEqualTo(device.url(Role.MAIN));
        assertThat(media.snapshotAddress(profiles.getLast()))
                .hasValueSatisfying(address -> assertThat(address.toString())
                        .isEqualTo("http://127.0.0.1:" + device.port() + "/onvif/snapshot.jpg?stream=sub&size=full"));
    }

    @Test
    void anAddressOfAnotherNetworkIsNotDialled() {
        device.turnOn(OnvifSwitch.OTHER_NETWORK);
        var media = Onvif.client(device.port()).media();

        assertThat(media.streamAddresses(media.profiles().getFirst())).containsExactly(device.url(Role.MAIN));
    }

    @Test
    void theProfileThatMovesIsFoundAlsoWhereNoneSaysSo() {
        assertThat(Onvif.client(device.port()).movableProfile(null))
                .hasValueSatisfying(profile -> assertThat(profile.movable()).isTrue());
        device.turnOn(OnvifSwitch.NO_PTZ_CONFIGURATION);

        assertThat(Onvif.client(device.port()).movableProfile(null))
                .hasValueSatisfying(profile -> assertThat(profile.name()).isEqualTo("mainStream"));
    }

    @Test
    void aDeviceWithoutSnapshotsIsNoFailure() {
        device.turnOn(OnvifSwitch.NO_SNAPSHOTS);
        var media = Onvif.client(device.port()).media();

        assertThat(media.snapshotAddress(media.profiles().getFirst())).isEmpty();
    }

    @Test
    void theSnapshotIsAPicture() {
        var media = Onvif.client(device.port()).media();
        var address = media.snapshotAddress(media.profiles().getLast()).orElseThrow();
        var ask = HttpAsk.get(address.toString(), Origin.FILE).signedBy(Onvif.KNOWN);

        var answer = Onvif.HTTP.send(ask, Onvif.PATIENCE);

        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.body()).startsWith(0xFF, 0xD8).hasSizeGreaterThan(2_000);
    }
}
