// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A replica in a process of its own, so that it can really be killed. */
final class ShareReplica {

    private static final String OWNS = "owns=";

    private ShareReplica() {}

    /** Arguments: the broker's address and the group. */
    public static void main(String... arguments) throws InterruptedException {
        var shares = new Shares(new BrokerLink(arguments[0]), arguments[1], SharesIT.RULES, Clock.systemUTC());
        shares.listen(() -> System.out.println(OWNS + shares.partitions().size()));
        shares.start();
        Thread.currentThread().join();
    }

    static Process start(String bootstrap, String group) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShareReplica.class.getName(),
                        bootstrap,
                        group)
                .redirectErrorStream(true)
                .start();
    }

    /** Returns when the replica says that it owns so much. */
    static void awaitOwning(Process replica, int partitions) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(replica.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.equals(OWNS + partitions)) {
                return;
            }
        }
        throw new AssertionError("The replica ended:\n" + said);
    }
}
