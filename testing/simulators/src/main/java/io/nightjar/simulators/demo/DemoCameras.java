// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.simulators.rtsp.SimulatorVertx;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Runs the demo cameras until it is told to stop. */
@CommandLine.Command(
        name = "demo-cameras",
        description = "Simulated cameras on this machine: four of no vendor, or one of each.",
        mixinStandardHelpOptions = true)
public final class DemoCameras implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 10;

    @Option(names = "--cameras-file", description = "Where to write the cameras file once all cameras answer.")
    private @Nullable Path camerasFile;

    @Option(names = "--run-info", description = "Where to write process id, control address and streams as JSON.")
    private @Nullable Path runInfo;

    @Option(names = "--vendors", description = "One camera of each vendor, on free ports, instead of the four.")
    private boolean vendors;

    @Option(names = "--port-base", description = "First of four RTSP ports; 0 takes free ones.")
    private int portBase;

    @Option(names = "--control-port", description = "Port of the control door; 0 takes a free one.")
    private int controlPort;

    @Option(names = "--parent-watch", description = "Stop when standard input ends.")
    private boolean parentWatch;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "jdk");
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        var line = new CommandLine(new DemoCameras());
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(command.getColorScheme().errorText(explain(failure)));
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }

    private static String explain(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "The demo cameras could not start because a port is taken; choose another --port-base or"
                        + " --control-port, or leave them out to use free ones.";
            }
        }
        return "The demo cameras could not start: " + failure.getMessage();
    }

    @Override
    public Integer call() throws Exception {
        var vertx = SimulatorVertx.create();
        try {
            serve(vertx);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            closed.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    private void serve(Vertx vertx) throws Exception {
        try (var site = vendors ? VendorSite.start(vertx) : DemoSite.ofStreams(vertx, portBase)) {
            var control = ControlServer.start(site, vertx, controlPort)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            watch();
            announce(site, "http://127.0.0.1:" + control.actualPort());
            ended.await();
        }
    }

    private void announce(DemoSite site, String controlUrl) throws IOException {
        if (camerasFile != null) {
            CamerasFile.write(camerasFile, site.members());
        }
        if (runInfo != null) {
            var info = ContractsJson.mapper()
                    .createObjectNode()
                    .put("pid", ProcessHandle.current().pid())
                    .put("controlUrl", controlUrl);
            CamerasFile.writeWhole(
                    runInfo,
                    ContractsJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(info));
        }
        var names = site.members().stream().map(member -> member.id().value()).collect(Collectors.joining(", "));
        System.out.println("Demo cameras are ready: " + names + "; control " + controlUrl);
    }

    private void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        if (parentWatch) {
            Thread.ofPlatform().name("parent-watch").daemon(true).start(this::awaitEndOfInput);
        }
    }

    /** Asks the main thread to close the cameras, and holds the end of the process back until it has. */
    private void stop() {
        ended.countDown();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The demo cameras did not stop in time; the process ends all the same.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // what the parent says does not matter, only that it is there
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            ended.countDown();
        }
    }
}
