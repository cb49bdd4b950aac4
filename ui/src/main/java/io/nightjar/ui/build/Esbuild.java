// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ui.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The esbuild program and the web libraries, as the build unpacked them from Maven artifacts. */
final class Esbuild {
    /** Import name to the folder that the artifacts unpack it to; each holds one folder, named by the version. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "lit", "META-INF/resources/_static/lit",
            "lit-html", "META-INF/resources/_static/lit-html",
            "lit-element", "META-INF/resources/_static/lit-element",
            "@lit/reactive-element", "META-INF/resources/_static/reactive-element",
            "hls.js", "META-INF/resources/webjars/hls.js");

    private final Path modules;

    Esbuild(Path modules) {
        this.modules = modules;
    }

    void bundle(Path project, Path script, Path style, Path output) throws IOException {
        var command = new ArrayList<>(List.of(
                program().toString(),
                "app=" + script,
                "style=" + style,
                "--bundle",
                "--splitting",
                "--format=esm",
                "--minify",
                "--target=es2022",
                "--charset=utf8",
                "--legal-comments=none",
                "--entry-names=[name].[hash]",
                "--chunk-names=chunk.[hash]",
                "--outdir=" + output,
                "--log-level=warning"));
        for (var library : LIBRARIES.entrySet()) {
            command.add("--alias:" + library.getKey() + "=" + onlyFolder(modules.resolve(library.getValue())));
        }
        run(project, command);
    }

    private static void run(Path folder, List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("The page could not be bundled:\n" + said);
        }
    }

    private Path program() throws IOException {
        try (var files = Files.find(
                modules, 8, (file, attributes) -> file.endsWith("bin/esbuild") || file.endsWith("esbuild.exe"))) {
            var program = files.findFirst().orElseThrow(() -> new IOException("No esbuild was unpacked to " + modules));
            if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
                throw new IOException("The bundler " + program + " cannot be made executable");
            }
            return program;
        }
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (var folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .reduce((one, two) -> {
                        throw new IllegalStateException(
                                "Two versions in " + parent + ": run the build with 'clean' once");
                    })
                    .orElseThrow(() -> new IOException("Nothing was unpacked to " + parent));
        }
    }
}
