// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

    @TempDir
    Path home;

    @BeforeEach
    void aHomeHasKeys() throws IOException {
        Files.createDirectories(home.resolve("keys"));
    }

    private Wiring wiring(int port, boolean lan) {
        return new Wiring(new UpOptions(home, port, false, false, lan, List.of()), new Ports());
    }

    @Test
    void whatIsNotInItsUsualPlaceIsSaid() throws IOException {
        try (var taken = new ServerSocket()) {
            taken.setReuseAddress(true);
            try {
                taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8554));
            } catch (IOException busy) {
                // Another program has it: all the better.
            }
            Assumptions.assumeTrue(free(UpOptions.USUAL_HTTP_PORT), "Port 8080 is used by another program");

            var wiring = wiring(UpOptions.USUAL_HTTP_PORT, false);

            assertThat(wiring.port("rtsp")).isNotEqualTo(8554);
            assertThat(wiring.moved())
                    .contains(
                            "Port 8554 is used by another program; rtsp is on " + wiring.port("rtsp") + " this time.");
        }
    }

    @Test
    void withAnotherHttpPortNobodyLooksForTheUsualPlaces() {
        assertThat(wiring(0, false).moved()).isEmpty();
    }

    @Test
    void theCertificateForTheNetworkOpensWithWhatTheEnvironmentCarries() throws IOException, GeneralSecurityException {
        var wiring = wiring(0, true);
        var settings = wiring.door();
        var password = wiring.secrets("first-password").get("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD");

        assertThat(password).isNotBlank();
        assertThat(settings.values()).noneMatch(value -> value.contains(password));
        var store = Path.of(settings.get("quarkus.http.ssl.certificate.key-store-file"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rw-------");
        var opened = KeyStore.getInstance(store.toFile(), password.toCharArray());
        assertThat(opened.getCertificate("nightjar")).isNotNull();
        assertThat(Files.readAllBytes(store)).isEqualTo(keptBySecondStart(store));
    }

    private byte[] keptBySecondStart(Path store) throws IOException {
        wiring(0, true).door();
        return Files.readAllBytes(store);
    }

    @Test
    void theAdminPasswordIsForAHomeWithoutUsers() throws IOException {
        assertThat(wiring(0, false).secrets("first-password"))
                .containsEntry("NIGHTJAR_ADMIN_PASSWORD", "first-password");
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/users.json"), "{}");
        assertThat(wiring(0, false).secrets("first-password")).isEmpty();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }
}
