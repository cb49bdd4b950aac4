// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole Nightjar, started as a person would start it, on free ports and a home of its own. */
public final class House implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("Nightjar is ready: (\\S+)(?:  Sign in as admin, password: (\\S+))?");
    private static final Duration START = Duration.ofSeconds(90);

    private final Launch launch;
    private final Path home;
    private final String url;
    private final Optional<String> printedPassword;

    private House(Launch launch, Path home, String url, Optional<String> printedPassword) {
        this.launch = launch;
        this.home = home;
        this.url = url;
        this.printedPassword = printedPassword;
    }

    /** Starts and returns once the ready line is printed. */
    public static House up(Path home, Map<String, String> environment, String... options) {
        var arguments = new ArrayList<>(List.of("up", "--home", home.toString(), "--port", "0"));
        arguments.addAll(List.of(options));
        var launch = Launch.of(environment, arguments.toArray(String[]::new));
        try {
            var ready = Until.present(START, "the ready line", () -> {
                if (!launch.isAlive()) {
                    throw new IllegalStateException("Nightjar ended instead of becoming ready:\n" + launch.output());
                }
                return Optional.of(READY.matcher(launch.output())).filter(java.util.regex.Matcher::find);
            });
            return new House(launch, home, ready.group(1), Optional.ofNullable(ready.group(2)));
        } catch (RuntimeException | Error failure) {
            launch.close();
            throw failure;
        }
    }

    public String url() {
        return url;
    }

    public Path home() {
        return home;
    }

    /** What the first run printed; later runs print none. */
    public Optional<String> printedPassword() {
        return printedPassword;
    }

    public Launch launch() {
        return launch;
    }

    /** The processes that run now, as {@code run/processes.json} says. */
    public JsonNode processes() {
        try {
            return ContractsJson.mapper()
                    .readTree(home.resolve("run/processes.json").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Optional<ProcessHandle> process(String name) {
        for (var entry : processes().path("processes")) {
            if (entry.path("name").asText().equals(name)) {
                return ProcessHandle.of(entry.path("pid").asLong());
            }
        }
        return Optional.empty();
    }

    public int port(String name) {
        return processes().path("ports").path(name).asInt();
    }

    public DemoControl demo() {
        return new DemoControl(port("demo-control"));
    }

    /** Kills every process with no chance to clean up, as a power cut would. */
    public void killEverything() {
        var handles = new ArrayList<ProcessHandle>(List.of(launch.handle()));
        processes()
                .path("processes")
                .forEach(entry -> ProcessHandle.of(entry.path("pid").asLong()).ifPresent(handles::add));
        handles.forEach(ProcessHandle::destroyForcibly);
        handles.forEach(handle -> handle.onExit().join());
    }

    @Override
    public void close() {
        launch.close();
    }
}
