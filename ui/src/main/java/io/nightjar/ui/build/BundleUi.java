// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ui.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Makes the page that the gateway serves: bundled scripts and styles with hashed names, and an index that names them. */
public final class BundleUi {
    private static final String STAMP = "bundle.sha256";

    private final Path web;
    private final Path modules;
    private final Path output;

    private BundleUi(Path project, Path modules, Path output) {
        this.web = project.resolve("src/main/web");
        this.modules = modules;
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException {
        new BundleUi(path(arguments[0]), path(arguments[1]), path(arguments[2])).run();
    }

    private static Path path(String argument) {
        return Path.of(argument).toAbsolutePath().normalize();
    }

    private void run() throws IOException {
        var stamp = modules.resolveSibling(STAMP);
        var fingerprint = Fingerprint.of(List.of(web, web.resolve("../../../tsconfig.json"), modules));
        if (Files.exists(output.resolve("index.html"))
                && Files.exists(stamp)
                && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        deleteTree(output);
        Files.createDirectories(output);
        new Esbuild(modules)
                .bundle(
                        web.resolve("../../..").normalize(),
                        web.resolve("app.ts"),
                        web.resolve("style/style.css"),
                        output);
        copyTree(web.resolve("static"), output);
        writeIndex();
        Files.writeString(output.resolve("licenses.txt"), licenses());
        Files.writeString(stamp, fingerprint);
    }

    private void writeIndex() throws IOException {
        var page = Files.readString(web.resolve("index.html"))
                .replace("{{app}}", onlyFile("app.*.js"))
                .replace("{{style}}", onlyFile("style.*.css"));
        Files.writeString(output.resolve("index.html"), page);
    }

    /** The libraries in the bundle ask for their notices to go with them. */
    private String licenses() throws IOException {
        var notices = new StringBuilder("The page contains these libraries:\n");
        try (var files = Files.find(modules, 8, (file, attributes) -> file.endsWith("LICENSE"))) {
            for (var file : files.sorted().toList()) {
                var steps = modules.relativize(file);
                var name = steps.getName(steps.getNameCount() - 3) + " " + steps.getName(steps.getNameCount() - 2);
                notices.append(
                        "\n\n%s\n\n%s\n".formatted(name, Files.readString(file).strip()));
            }
        }
        return notices.toString();
    }

    private String onlyFile(String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(output, pattern)) {
            var names = files.iterator();
            if (!names.hasNext()) {
                throw new IOException("esbuild wrote no " + pattern + " into " + output);
            }
            return names.next().getFileName().toString();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
