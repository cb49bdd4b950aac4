// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static io.nightjar.contracts.file.Parsed.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vendors that know where their streams are need no url; UniFi's urls are secrets. */
class DerivedAddressesTest {

    private static final StreamSpec SMALL = new StreamSpec(null, Transport.AUTO, false, true);
    private static final StreamSpec LARGE = new StreamSpec(null, Transport.AUTO, true, true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor: reolink, host: h | 2",
                "vendor: Reolink, device: recorder, channel: 2 | 2",
                "vendor: amcrest, host: h | 2",
                "vendor: onvif, host: h | 2",
                "vendor: eufy, host: h | 1",
                "vendor: unifi, host: h, channel: 65a0 | 2",
                "vendor: unifi, device: console, channel: 65a0 | 2",
                "vendor: unifi, host: h, credentials: {alias: canary} | 1",
                "vendor: unifi, host: h, credentials: {aliases: {main: canary, sub: canary2}} | 2",
            })
    void aHostIsEnough(String fields, int sources) {
        var file = Parsed.camera(fields, Origin.API);

        assertThat(sentences(file)).isEmpty();
        assertThat(Parsed.only(file).sources()).hasSize(sources);
        assertThat(Parsed.only(file).streams().values())
                .allMatch(stream -> SMALL.equals(stream) || LARGE.equals(stream));
        assertThat(Parsed.only(file).toString()).doesNotContain("canary");
    }

    @Test
    void aProtocolChoosesAmongWhatTheVendorOffers() {
        var file = CamerasFile.read(Path.of("src/test/resources/cameras/vendors.json"), Origin.FILE);

        assertThat(sentences(file)).isEmpty();
        assertThat(file.cameras().get(1).streams().get(Role.MAIN))
                .extracting(StreamSpec::protocol)
                .isEqualTo(Protocol.RTMP);
        assertThat(file.cameras().get(1).streams().get(Role.SUB))
                .extracting(StreamSpec::protocol)
                .isEqualTo(Protocol.FLV);
        assertThat(file.credentials()).containsEntry("device:console", secret("", "", "apiKey", "canary-key"));
    }

    @Test
    void aConsolesAddressIsASecretAndLeavesTheSpec() {
        var file = Parsed.camera("vendor: unifi, streams: {main: {url: 'rtsps://10.0.0.2:7441/canaryMain?enableSrtp',"
                + " alternatives: ['rtsp://10.0.0.2:7447/canaryMain']}, sub: 'rtsp://10.0.0.2:7447/canarySub'}");

        assertThat(sentences(file))
                .containsExactly(
                        "Camera gate, streams.main.url: asks for encryption inside RTSP by enableSrtp, which is"
                                + " left out.");
        var main = Parsed.stream(file, Role.MAIN);
        assertThat(main.url()).isEqualTo("rtsps://10.0.0.2:7441/{alias}");
        assertThat(main.alternatives()).containsExactly("rtsp://10.0.0.2:7447/{alias}");
        assertThat(Parsed.stream(file, Role.SUB).url()).isEqualTo("rtsp://10.0.0.2:7447/{alias}");
        assertThat(file.credentials().get("gate").named())
                .containsEntry(Credentials.ALIAS, "canaryMain")
                .containsEntry(Credentials.ALIAS_SUB, "canarySub");
        assertThat(file.toString()).doesNotContain("canary");
        assertThat(Parsed.only(file).sources()).hasSize(2);
    }

    @Test
    void aConsolesStreamInBothRolesIsOpenedOnce() {
        var file = Parsed.camera(
                "vendor: unifi, streams: {main: 'rtsp://10.0.0.2:7447/canary', sub: 'rtsp://10.0.0.2:7447/canary'}");

        assertThat(Parsed.only(file).sources()).hasSize(1);
        assertThat(file.credentials().get("gate").named()).containsOnlyKeys(Credentials.ALIAS);
    }

    @Test
    void aGenericCameraAtAConsolesPortKeepsItsAliasSecretToo() {
        var file = Parsed.camera("streams: {main: 'rtsp://10.0.0.2:7447/canary7890123456'}");

        assertThat(file.toString()).doesNotContain("canary");
        assertThat(file.credentials().get("gate").secret(Credentials.ALIAS)).contains("canary7890123456");
    }

    @Test
    void twoAliasesOfAGenericCameraAreToldApartInItsAddresses() {
        var file = Parsed.camera("streams: {main: 'rtsp://10.0.0.2:7447/canary7890123456', sub:"
                + " 'rtsp://10.0.0.2:7447/canary7890123457'}");

        assertThat(Parsed.stream(file, Role.SUB).url()).isEqualTo("rtsp://10.0.0.2:7447/{alias.sub}");
        assertThat(file.credentials().get("gate").secret(Credentials.ALIAS_SUB)).contains("canary7890123457");
    }

    @Test
    void anAliasIsKeptBesideAUser() {
        var file = Parsed.camera("vendor: unifi, credentials: {username: u, password: p}, streams: {main:"
                + " 'rtsp://10.0.0.2:7447/canary'}");

        assertThat(file.credentials()).containsEntry("gate", secret("u", "p", "alias", "canary"));
    }

    @Test
    void anAlternativeWithAnotherAliasIsRefused() {
        var file = Parsed.camera("vendor: unifi, streams: {main: {url: 'rtsp://h:7447/canary1', alternatives:"
                + " ['rtsp://h:7447/canary2']}}");

        assertThat(sentences(file))
                .containsExactly("Camera gate, streams.main.alternatives: names another alias than the stream's url; a"
                        + " stream has one.");
    }

    @Test
    void theApiNamesNothingOfTheMachine() {
        var file = Parsed.camera(
                "streams: {main: {url: 'file:///etc/passwd'}, sub: {url: 'http://10.0.0.1/a',"
                        + " alternatives: ['v4l2:///dev/video0']}}",
                Origin.API);

        assertThat(sentences(file))
                .hasSize(2)
                .allMatch(text -> text.contains("names something of the machine itself; only its operator may"));
    }

    @Test
    void commandsMayHaveAUserOfTheirOwn() {
        var file = Parsed.camera("vendor: reolink, host: 10.0.0.1, credentials: {username: admin, password: p,"
                + " apiUser: head, apiPassword: canary}");
        assertThat(sentences(file)).isEmpty();
        assertThat(file.credentials())
                .containsEntry(
                        "gate", new Credentials("admin", "p", Map.of("apiUser", "head", "apiPassword", "canary")));

        var half = Parsed.camera(
                "vendor: reolink, host: 10.0.0.1, credentials: {username: admin, password: p, apiUser: head}");
        assertThat(sentences(half))
                .containsExactly("Camera gate, credentials.apiPassword: is missing beside the apiUser.");
    }

    private static Credentials secret(String user, String password, String name, String value) {
        return new Credentials(user, password, Map.of(name, value));
    }
}
