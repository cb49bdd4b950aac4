// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Start Nightjar and show where it is.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    @Option(names = "--demo", description = "Add four simulated cameras.")
    boolean demo;

    @Option(names = "--mesh", description = "One process per service and per camera, as on a cluster.")
    boolean mesh;

    @Option(names = "--lan", description = "Let other machines in: HTTP, HTTPS, RTSP and WebRTC on all interfaces.")
    boolean lan;

    @Option(names = "--cameras", paramLabel = "FILE", description = "A cameras file (YAML or JSON). May be repeated.")
    List<Path> cameras = new ArrayList<>();

    @Option(names = "--home", paramLabel = "DIR", description = "Where everything is kept; default: ${DEFAULT-VALUE}.")
    Path home = defaultHome();

    @Option(names = "--port", paramLabel = "N", description = "HTTP port; 0 finds a free one. Default: 8080.")
    int port = UpOptions.USUAL_HTTP_PORT;

    private static Path defaultHome() {
        var given = System.getenv("NIGHTJAR_HOME");
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".nightjar")
                : Path.of(given);
    }

    @Override
    public Integer call() throws InterruptedException {
        var terminal = new Terminal(System.out);
        var options = new UpOptions(home.toAbsolutePath().normalize(), port, demo, mesh, lan, checked(cameras));
        if (port < 0 || port > 65535) {
            throw new Complaint("--port takes a number from 0 to 65535; got " + port + ".");
        }
        try (var held = Home.open(options.home())) {
            return run(options, held, terminal);
        }
    }

    private static int run(UpOptions options, Home held, Terminal terminal) throws InterruptedException {
        Leftovers.clear(held.path("run/processes.json"), terminal);
        var wiring = new Wiring(options, new Ports());
        var password = AdminPassword.choose();
        var secrets = wiring.secrets(password.value());
        var plan = new Plan(options, wiring, installation(), secrets);
        var processes = plan.processes();
        var readiness = new Readiness(wiring.url());
        var supervisor = new Supervisor(
                new ProcessesFile(
                        held.path("run/processes.json"),
                        options.mesh() ? "mesh" : "standalone",
                        wiring.url(),
                        wiring.all()),
                terminal,
                Clock.systemUTC(),
                readiness::giveUp);
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        // The JVM ends only after this hook: the main thread stops the children meanwhile.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            readiness.giveUp();
            stop.countDown();
            awaitQuietly(stopped);
        }));
        @Nullable CameraList list = null;
        try {
            supervisor.start(processes);
            if (options.mesh()) {
                list = new CameraList(
                        held.path("state"),
                        cameras -> supervisor.reconcile(
                                Plan.INGEST, cameras.stream().map(plan::ingest).toList()));
                list.follow();
            }
            if (readiness.await()) {
                wiring.moved().forEach(terminal::say);
                wiring.lanUrl().ifPresent(url -> terminal.say("On the local network: " + url));
                terminal.say("Nightjar is ready: " + wiring.url()
                        + (secrets.containsKey(Wiring.FIRST_ADMIN)
                                ? "  Sign in as admin"
                                        + (password.generated() ? ", password: " + password.value() : ".")
                                : ""));
                stop.await();
                return 0;
            }
            if (stop.getCount() > 0) {
                terminal.say(
                        "Nightjar could not start. The reason is at the end of the logs in " + held.path("logs") + ".");
            }
            return 1;
        } finally {
            if (list != null) {
                list.close();
            }
            supervisor.stop();
            stopped.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Path> checked(List<Path> files) {
        for (var file : files) {
            if (!Files.isReadable(file)) {
                throw new Complaint(
                        "The cameras file " + file + " cannot be read. Check the path and its permissions.");
            }
        }
        return files;
    }

    private static Installation installation() {
        var root = System.getProperty("nightjar.installation");
        if (root == null) {
            throw new Complaint("Start Nightjar by its command: ./nightjar up");
        }
        return new Installation(
                Path.of(root),
                Path.of(System.getProperty("nightjar.native-cache", System.getProperty("java.io.tmpdir"))));
    }
}
