// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of the gateway. */
final class Classes {
    private static final Path ROOT = Path.of("target/classes");

    private Classes() {}

    static List<Class<?>> ofGateway() {
        try (var files = Files.walk(ROOT.resolve("io/nightjar/gateway"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .<Class<?>>map(Classes::load)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> load(Path file) {
        var name = ROOT.relativize(file).toString().replace(".class", "").replace('/', '.');
        try {
            return Class.forName(name, false, Classes.class.getClassLoader());
        } catch (ClassNotFoundException vanished) {
            throw new IllegalStateException(vanished);
        }
    }
}
