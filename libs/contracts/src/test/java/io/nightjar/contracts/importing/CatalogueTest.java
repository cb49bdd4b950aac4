// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.file.Translated;
import io.nightjar.contracts.stream.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Translated sample = Samples.imported(Samples.resource("cameras.json"));

    @Test
    void theWholeSampleIsReadWithoutAComplaintOfTheNativeReader() {
        var file = Samples.read(sample);

        assertThat(file.cameras()).hasSize(11);
        assertThat(file.problems()).isEmpty();
        assertThat(file.devices()).extracting(device -> device.host()).containsExactly("192.168.10.3");
    }

    @Test
    void aLowLatencyCameraKeepsWhatItsPublisherEncoded() {
        var room = Samples.spec(sample, "T8416P0000000001");

        assertThat(room.name()).isEqualTo("Living room");
        assertThat(room.capabilities()).containsExactlyInAnyOrder(Capability.STREAMING, Capability.PTZ);
        var stream = room.streams().get(Role.MAIN);
        assertThat(room.streams()).hasSize(1);
        assertThat(stream.transport()).isEqualTo(Transport.TCP);
        assertThat(stream.input().openTimeoutMs()).isEqualTo(5000);
        assertThat(stream.input().probeMicros()).isEqualTo(1_000_000);
        assertThat(stream.input().bufferBytes()).isNull();
        assertThat(stream.video()).isEqualTo(new Video.Encode(640, 480, 15.0, 800, 1, Encoder.SOFTWARE));
    }

    @Test
    void sizeAndRateFollowTheRole() {
        var office = Samples.spec(sample, "REOLINK_OFFICE");

        var main = (Video.Encode) office.streams().get(Role.MAIN).video();
        var sub = (Video.Encode) office.streams().get(Role.SUB).video();
        assertThat(main.width()).isEqualTo(1920);
        assertThat(main.fps()).isEqualTo(15);
        assertThat(sub.height()).isEqualTo(180);
        assertThat(sub.fps()).isEqualTo(5);
        assertThat(sub.keyFrameSeconds()).isEqualTo(2);
        assertThat(office.streams().get(Role.MAIN).transport()).isEqualTo(Transport.UDP);
        assertThat(office.ports()).containsEntry("onvif", 8000);
    }

    @Test
    void eachDeliveryBecomesTheProtocolBehindIt() {
        assertThat(protocols("REOLINK_NORTH"))
                .containsOnlyKeys(Role.MAIN, Role.SUB)
                .containsValue(Protocol.RTMP);
        assertThat(protocols("REOLINK_ATTIC")).containsValue(Protocol.NEOLINK);
        assertThat(protocols("AMCREST_LOBBY")).isEqualTo(Map.of(Role.SUB, Protocol.MJPEG));
        assertThat(protocols("UNIFI_YARD")).isEqualTo(Map.of(Role.SUB, Protocol.SNAPSHOT));
        assertThat(Samples.spec(sample, "REOLINK_ATTIC").ports()).containsEntry("neolink", 8560);
        assertThat(Samples.spec(sample, "GATE").hidden()).isTrue();
    }

    private Map<Role, Protocol> protocols(String id) {
        var found = new java.util.EnumMap<Role, Protocol>(Role.class);
        Samples.spec(sample, id).streams().forEach((role, stream) -> found.put(role, stream.protocol()));
        return found;
    }

    @Test
    void snapshotsKeepTheirRatesAndAreNeverSmallerThanCamerasAllow() {
        var terrace = Samples.spec(sample, "REOLINK_TERRACE").streams();

        assertThat(terrace.get(Role.SUB).input().fps()).isEqualTo(7);
        assertThat(terrace.get(Role.SUB).input().width()).isEqualTo(640);
        assertThat(terrace.get(Role.MAIN).input().openTimeoutMs()).isEqualTo(8000);
        assertThat(Samples.sentences(sample))
                .contains("Camera REOLINK_TERRACE, mjpeg_snap.sub.width: cameras make no pictures smaller than 640x480;"
                        + " 640 is used.");
    }

    @Test
    void aDoorbellWithoutAnAddressIsKeptAndDoesNotStream() {
        var doorbell = Samples.spec(sample, "T8214P0000000003");

        assertThat(doorbell.capabilities()).containsExactly(Capability.DOORBELL);
        assertThat(doorbell.sources()).isEmpty();
    }

    @Test
    void secretsGoAsideAndNeverIntoASpecOrASentence() {
        var file = Samples.read(sample);

        assertThat(file.credentials())
                .containsEntry("AMCREST_LOBBY", new Credentials("canary-user", "canary-password"))
                .containsEntry("GATE", new Credentials("canary-user", "canary-password"));
        assertThat(file.credentials().get("UNIFI_YARD").secret(Credentials.ALIAS))
                .contains("canary-alias");
        assertThat(file.cameras().toString()).doesNotContain("canary");
        assertThat(Samples.sentences(sample)).noneMatch(sentence -> sentence.contains("canary"));
        assertThat(sample.toString()).doesNotContain("canary");
    }

    @Test
    void whatIsNotNeededIsSaidOncePerCamera() {
        assertThat(Samples.sentences(sample))
                .filteredOn(sentence -> sentence.startsWith("Camera T8416P0000000001, unused settings:"))
                .singleElement()
                .asString()
                .contains("player_settings", "ui_health_monitor", "ll_hls.publisher", "docs/importing.md");
    }

    @Test
    void everySentenceOfTheSampleIsExpected() {
        assertThat(Samples.sentences(sample)).hasSize(14).noneMatch(sentence -> sentence.contains("not a known"));
    }

    @Test
    void recordsAtTheRootAreReadAsWell() {
        var imported = Samples.imported(Samples.json("""
                {"OFFICE": {"type": "reolink", "host": "10.0.0.1"}, "YARD": {"type": "eufy", "ip": "10.0.0.2"},
                 "total_devices": 2, "__notes": {"type": "eufy", "ip": "10.0.0.3"}}
                """));

        assertThat(Samples.read(imported).cameras())
                .extracting(camera -> camera.id().value())
                .containsExactly("OFFICE", "YARD");
        assertThat(imported.problems()).isEmpty();
    }

    @Test
    void eighteenCamerasLoad() {
        var text = new StringBuilder("{\"devices\":{");
        for (int number = 0; number < 18; number++) {
            text.append(number == 0 ? "" : ",")
                    .append("\"CAM%d\":{\"type\":\"reolink\",\"host\":\"10.0.0.%d\"}".formatted(number, number + 1));
        }
        var imported = Samples.imported(Samples.json(text + "}}"));

        assertThat(Samples.read(imported).cameras()).hasSize(18);
        assertThat(imported.problems()).isEmpty();
    }
}
