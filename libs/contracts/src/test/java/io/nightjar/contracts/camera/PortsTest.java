// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aVendorHasPortsOfItsOwnUnlessOthersAreConfigured() {
        assertThat(Ports.of(Map.of(), Ports.ONVIF, Vendor.REOLINK)).isEqualTo(8000);
        assertThat(Ports.of(Map.of(), Ports.ONVIF, Vendor.GENERIC)).isEqualTo(80);
        assertThat(Ports.of(Map.of(), Ports.RTSP, Vendor.UNIFI)).isEqualTo(7447);
        assertThat(Ports.of(Map.of(), Ports.RTSPS, Vendor.UNIFI)).isEqualTo(7441);
        assertThat(Ports.of(Map.of(Ports.ONVIF, 8899), Ports.ONVIF, Vendor.REOLINK))
                .isEqualTo(8899);
    }

    @Test
    void onvifIsWhereTheWebPageIsWhereNothingElseIsSaid() {
        assertThat(Ports.of(Map.of(Ports.HTTP, 8080), Ports.ONVIF, Vendor.GENERIC))
                .isEqualTo(8080);
    }
}
