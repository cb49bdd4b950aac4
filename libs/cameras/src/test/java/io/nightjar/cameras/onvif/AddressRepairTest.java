// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRepairTest {

    private static final OnvifTarget TARGET = new OnvifTarget("gate.lan", 8080, Optional.empty());
    private static final String DEVICE = "http://192.168.1.10:80/onvif/device_service";

    private static AddressRepair repair(String device) {
        return new AddressRepair(TARGET, Optional.of(device));
    }

    @ParameterizedTest
    @CsvSource({
        // the port of the device service is mapped, so this one is as well
        "http://192.168.1.10/onvif/Media?a=1&b=2, http://gate.lan:8080/onvif/Media?a=1&b=2",
        "http://192.168.1.10:80/onvif/ptz, http://gate.lan:8080/onvif/ptz",
        // a service with a port of its own keeps it
        "http://192.168.1.10:8106/onvif/event, http://gate.lan:8106/onvif/event",
        "http://192.168.1.106:8106:8106/onvif/Subscription?Idx=43, http://gate.lan:8106/onvif/Subscription?Idx=43",
        "http:///onvif/media, http://gate.lan:8080/onvif/media",
        "http://[fe80::1]/onvif/media, http://gate.lan:8080/onvif/media",
        "http://user:secret@192.168.1.10/x, http://gate.lan:8080/x",
        "https://192.168.1.10/onvif/media, https://gate.lan:443/onvif/media",
        "http://192.168.1.10, http://gate.lan:8080/"
    })
    void servicesAreReachedWhereTheDeviceIs(String given, String expected) {
        assertThat(repair(DEVICE).service(given)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @CsvSource({"rtsp://192.168.1.10/a", "nonsense", "file:///etc/passwd", "http://a b/c d", "''"})
    void whatIsNoServiceIsBeyondRepair(String given) {
        assertThat(repair(DEVICE).service(given)).isEmpty();
    }

    @Test
    void tlsIsKeptWhereTheDeviceWasReachedByIt() {
        var target = new OnvifTarget("10.0.0.5", 8443, true, Optional.empty(), Optional.empty());
        var repair = new AddressRepair(target, Optional.of("https://192.168.1.10/onvif/device_service"));

        assertThat(repair.service("https://192.168.1.10/onvif/media"))
                .contains(URI.create("https://10.0.0.5:8443/onvif/media"));
    }

    @Test
    void streamsGoToTheHostThatIsKnown() {
        assertThat(repair(DEVICE).stream("rtsp://192.168.1.10:554/live?x=1"))
                .containsExactly("rtsp://gate.lan:554/live?x=1");
        assertThat(repair(DEVICE).stream("rtsp://admin:secret@192.168.1.10/live"))
                .containsExactly("rtsp://gate.lan:554/live");
        assertThat(repair(DEVICE).stream("http://192.168.1.10/live")).isEmpty();
    }

    @Test
    void aConfiguredPortGoesBeforeTheOneTheDeviceNames() {
        var target = new OnvifTarget("gate.lan", 8080, false, Optional.of(10554), Optional.empty());

        assertThat(new AddressRepair(target, Optional.of(DEVICE)).stream("rtsp://192.168.1.10/live"))
                .containsExactly("rtsp://gate.lan:10554/live");
    }

    @Test
    void aDeviceThatKnowsItselfMayNameAnotherHostForItsStreams() {
        assertThat(repair("http://gate.lan:8080/onvif/device_service").stream("rtsp://10.9.9.9:8554/yard"))
                .containsExactly("rtsp://gate.lan:8554/yard", "rtsp://10.9.9.9:8554/yard");
    }

    @Test
    void aPlaceForSecretsThatADeviceWritesIsNoneOfOurs() {
        assertThat(GivenAddress.template("rtsp://10.0.0.1/{password}/a b")
                        .orElseThrow()
                        .template())
                .isEqualTo("rtsp://10.0.0.1/%7Bpassword%7D/a%20b");
        assertThat(GivenAddress.template("rtsp://10.0.0.1/x?user=admin&password=secret")
                        .orElseThrow()
                        .template())
                .doesNotContain("secret");
    }
}
