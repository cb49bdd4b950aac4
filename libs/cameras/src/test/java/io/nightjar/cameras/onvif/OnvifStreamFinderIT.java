// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.onvif.OnvifProfile;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.onvif.OnvifSwitch;
import io.nightjar.simulators.rtsp.Command;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnvifStreamFinderIT {

    private final OnvifStreamFinder finder = new OnvifStreamFinder(Onvif.HTTP, Clock.systemUTC());
    private OnvifSimulator device;

    @BeforeEach
    void start() {
        device = OnvifSimulator.builder("Recorder")
                .credentials(Onvif.USER, Onvif.PASSWORD)
                .profile(profile("small", "H264", 160, 120, "front", Role.SUB))
                .profile(profile("grid", "H264", 640, 360, "front", Role.SUB))
                .profile(profile("full", "H264", 1920, 1080, "front", Role.MAIN))
                .profile(profile("back full", "H265", 2560, 1440, "back", Role.MAIN))
                .profile(profile("back stills", "JPEG", 640, 480, "back", Role.SUB))
                .start();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private static OnvifProfile profile(String name, String encoding, int width, int height, String source, Role role) {
        return new OnvifProfile("token of " + name, name, encoding, width, height, 15, 1000, source, role);
    }

    private StreamWish wish(Role role, @Nullable String channel, @Nullable Protocol protocol) {
        var stream = new StreamSpec(null, Transport.AUTO, false, true);
        var chosen = new StreamSpec(
                null,
                stream.alternatives(),
                protocol,
                Transport.AUTO,
                false,
                true,
                stream.video(),
                stream.audio(),
                stream.input());
        var camera = new CameraSpec(
                new CameraId("yard"),
                "Yard",
                Vendor.ONVIF,
                "127.0.0.1",
                null,
                channel,
                Map.of(role, chosen),
                Set.of(Capability.STREAMING),
                PtzSettings.NONE,
                false,
                null,
                Origin.FILE,
                device.ports());
        return new StreamWish(camera, role, Optional.empty(), Onvif.KNOWN);
    }

    private Candidate found(Role role, @Nullable String channel) {
        return finder.find(wish(role, channel, null), Onvif.PATIENCE).getFirst();
    }

    @Test
    void theLargestServesFullViewAndTheSmallestThatFillsATileTheGrid() {
        var survey = finder.survey(wish(Role.MAIN, "1", null), Onvif.PATIENCE);

        assertThat(survey.streams())
                .filteredOn(stream -> stream.roles().contains(Role.MAIN))
                .extracting(stream -> stream.profile().name())
                .containsExactly("full");
        assertThat(survey.streams())
                .filteredOn(stream -> stream.roles().contains(Role.SUB))
                .extracting(stream -> stream.profile().name())
                .containsExactly("grid");
        assertThat(survey.information().model()).isEqualTo("Recorder");
        assertThat(survey.movable()).isTrue();
    }

    @Test
    void anAddressHoldsNoSecretAndBothTransportsAreTried() {
        var candidate = found(Role.MAIN, null);

        assertThat(candidate.address().template()).isEqualTo(device.url(Role.MAIN));
        assertThat(candidate.protocol()).isEqualTo(Protocol.RTSP);
        assertThat(candidate.transports()).containsExactly(Transport.TCP, Transport.UDP);
        assertThat(candidate.remark()).isEmpty();
        assertThat(candidate.toString()).doesNotContain(Onvif.PASSWORD);
    }

    @Test
    void aChannelIsANumberOrASource() {
        assertThat(found(Role.MAIN, "2").remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("H.265"));
        assertThat(found(Role.MAIN, "back").remark()).isPresent();
        assertThat(found(Role.SUB, "front").address().template()).isEqualTo(device.url(Role.SUB));
        Onvif.failure(ErrorKind.NOT_FOUND, () -> found(Role.MAIN, "9"));
    }

    @Test
    void h265IsNamedAsWhatItIs() {
        var streams = finder.survey(wish(Role.MAIN, "2", null), Onvif.PATIENCE).streams();

        assertThat(streams.getFirst().profile().title()).isEqualTo("back full (H.265 2560x1440)");
    }

    @Test
    void behindARouterTheConfiguredPortsCount() {
        device.turnOn(OnvifSwitch.OTHER_NETWORK);

        assertThat(found(Role.MAIN, null).address().template()).isEqualTo(device.url(Role.MAIN));
    }

    @Test
    void aSnapshotIsFoundWhereOneIsWished() {
        var candidates = finder.find(wish(Role.SUB, null, Protocol.SNAPSHOT), Onvif.PATIENCE);

        assertThat(candidates).singleElement().satisfies(candidate -> {
            assertThat(candidate.protocol()).isEqualTo(Protocol.SNAPSHOT);
            assertThat(candidate.address().template())
                    .isEqualTo("http://127.0.0.1:" + device.port() + "/onvif/snapshot.jpg?stream=sub&size=full");
        });
    }

    @Test
    void protocolsThatOnvifDoesNotKnowHaveNoCandidates() {
        assertThat(finder.find(wish(Role.MAIN, null, Protocol.RTMP), Onvif.PATIENCE))
                .isEmpty();
    }

    @Test
    void aSilentDeviceEndsInTime() {
        device.apply(Command.SILENT);

        Onvif.failure(ErrorKind.TIMEOUT, () -> finder.find(wish(Role.MAIN, null, null), Duration.ofMillis(500)));
    }
}
