// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    Path home;

    @Test
    void whatWasSentIsReadAgainAfterARestart() throws Exception {
        try (var broker = EmbeddedBroker.start(home, 0)) {
            var facts = new Facts(broker.bootstrap());
            facts.create();
            facts.send("gate", "first");
            assertThat(facts.read(1)).containsExactly("first");
        }

        try (var broker = EmbeddedBroker.start(home, 0)) {
            var facts = new Facts(broker.bootstrap());
            facts.send("gate", "second");
            assertThat(facts.read(2)).containsExactly("first", "second");
        }
    }

    @Test
    void aKilledBrokerIsBackAboutAsSoonAsANewOne() throws Exception {
        long first = System.nanoTime();
        var killed = child();
        var facts = new Facts("127.0.0.1:" + awaitPort(killed));
        facts.create();
        facts.send("gate", "before the kill");
        var fresh = Duration.ofNanos(System.nanoTime() - first);
        killed.destroyForcibly();
        assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();

        long begun = System.nanoTime();
        try (var broker = EmbeddedBroker.start(home.resolve("kafka"), 0)) {
            assertThat(new Facts(broker.bootstrap()).read(1)).containsExactly("before the kill");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(fresh.plusSeconds(6));
        }
    }

    @Test
    void theProcessEndsWhenItsParentIsGone() throws Exception {
        var child = child();
        awaitPort(child);

        child.getOutputStream().close();

        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    @Test
    void aBusyPortIsSaidInOneSentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(home, taken.getLocalPort()))
                    .isInstanceOf(BrokerFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
        }
    }

    private Process child() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                "--data",
                home.resolve("kafka").toString(),
                "--port",
                "0",
                "--parent-watch");
        return builder.redirectErrorStream(true).start();
    }

    private static int awaitPort(Process child) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            int at = line.indexOf("started port=");
            if (at >= 0) {
                return Integer.parseInt(
                        line.substring(at + "started port=".length()).split(" ")[0]);
            }
        }
        throw new AssertionError("The broker did not start:\n" + said);
    }
}
