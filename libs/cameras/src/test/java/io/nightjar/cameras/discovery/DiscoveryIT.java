// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.simulators.onvif.DiscoveryResponder.Manner;
import io.nightjar.simulators.onvif.OnvifSimulator;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On loopback, whose multicast works although it does not say so. */
class DiscoveryIT {

    private static final Duration PATIENCE = Duration.ofMillis(800);

    private NetworkInterface loopback;
    private OnvifSimulator device;
    private Discovery discovery;
    private int port;

    @BeforeEach
    void start() throws Exception {
        loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        device = OnvifSimulator.builder("Front yard").start();
        port = device.discovery().listen(loopback, 0);
        discovery = new Discovery(() -> List.of(loopback), port);
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void aDeviceIsFoundOnceHoweverItAnswers(Manner manner) {
        device.discovery().behave(manner);

        assertThat(discovery.search(PATIENCE)).singleElement().satisfies(found -> {
            assertThat(found.endpoint()).isEqualTo(device.discovery().endpoint());
            assertThat(found.name()).isEqualTo("Front yard");
            assertThat(found.hardware()).isEqualTo("simulator");
            assertThat(found.address().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(found.xaddrs().getFirst().toString())
                    .isEqualTo("http://127.0.0.1:" + device.port() + "/onvif/device_service");
        });
    }

    @Test
    void twoDevicesAreTwo() throws Exception {
        try (var other = OnvifSimulator.builder("Back yard").start()) {
            other.discovery().listen(loopback, port);

            assertThat(discovery.search(PATIENCE))
                    .extracting(Discovered::name)
                    .containsExactlyInAnyOrder("Front yard", "Back yard");
        }
    }

    @Test
    void anAddressIsAskedWhereMulticastDoesNotGo() throws Exception {
        var begun = System.nanoTime();

        assertThat(discovery.ask(InetAddress.getLoopbackAddress(), Duration.ofSeconds(5)))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("Front yard"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void nobodyIsNobody() {
        assertThat(new Discovery(List::of, port).search(Duration.ofMillis(50))).isEmpty();
        assertThat(new Discovery(() -> List.of(loopback), 9).search(Duration.ofMillis(50)))
                .isEmpty();
    }

    @Test
    void anInterruptEndsTheSearch() throws Exception {
        var searching = Thread.ofVirtual().start(() -> discovery.search(Duration.ofMinutes(10)));
        searching.interrupt();

        assertThat(searching.join(Duration.ofSeconds(5))).isTrue();
    }
}
