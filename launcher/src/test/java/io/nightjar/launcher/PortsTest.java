// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final Ports ports = new Ports();

    @Test
    void aBusyHttpPortIsSaidWithItsNumber() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports.http(busy.getLocalPort(), false))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("Port " + busy.getLocalPort())
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void aBusyUsualPortGivesWayToAFreeOne() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.tcp(busy.getLocalPort()))
                    .isNotEqualTo(busy.getLocalPort())
                    .isPositive();
        }
    }

    @Test
    void noPortIsGivenTwice() {
        int usual = ports.anyTcp();
        assertThat(ports.tcp(usual)).isNotEqualTo(usual);
    }
}
