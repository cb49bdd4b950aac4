// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "Check what this machine offers.", mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {

    private static final long ENOUGH_BYTES = 2L << 30;

    @Option(names = "--home", paramLabel = "DIR", description = "The folder to look at.")
    Path home = new Up().home;

    private boolean wrong;

    @Override
    public Integer call() {
        say(true, "Java " + Runtime.version() + " in " + System.getProperty("java.home"));
        say(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "This machine is " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + "; the native media library is built for Linux amd64");
        home();
        for (int port : new int[] {8080, 8554, 9092}) {
            say(new Ports().tcp(port) == port, "Port " + port + " is free");
        }
        say(new Ports().udp(8189) == 8189, "UDP port 8189 is free");
        optional("chromium", "Chromium, for the browser tests");
        optional("node", "Node, for type checks and lint of the page");
        optional("ffmpeg", "ffmpeg, as an independent peer in tests");
        optional("docker", "Docker, for a broker in a container instead of the built-in one in tests");
        return wrong ? 1 : 0;
    }

    private void home() {
        var existing = home.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        say(Files.isWritable(existing), "The home " + home + " can be written");
        try {
            FileStore store = Files.getFileStore(existing);
            say(store.getUsableSpace() > ENOUGH_BYTES, "Free disk space: " + (store.getUsableSpace() >> 30) + " GiB");
        } catch (IOException failure) {
            say(false, "Free disk space is unknown: " + failure.getMessage());
        }
    }

    private void say(boolean good, String what) {
        wrong |= !good;
        System.out.println((good ? "ok    " : "WRONG ") + what);
    }

    private static void optional(String program, String what) {
        boolean found = java.util.Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        System.out.println((found ? "ok    " : "-     ") + what + (found ? "" : " (not found; optional)"));
    }
}
