// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BrokerMain} is told: {@code [--data DIR] [--port N] [--parent-watch]}, or by the environment
 * {@code NIGHTJAR_HOME}, {@code NIGHTJAR_KAFKA_PORT} and {@code NIGHTJAR_PARENT_WATCH}.
 *
 * @param parentWatch stop when standard input ends
 */
record BrokerOptions(Path data, int port, boolean parentWatch) {

    private static final String DEFAULT_PORT = "9092";

    static BrokerOptions parse(String[] arguments, Map<String, String> environment) {
        var data = environment.get("NIGHTJAR_HOME");
        var folder = Path.of(data == null ? System.getProperty("user.home") + "/.nightjar" : data)
                .resolve("kafka");
        var port = environment.getOrDefault("NIGHTJAR_KAFKA_PORT", DEFAULT_PORT);
        var watch = Boolean.parseBoolean(environment.get("NIGHTJAR_PARENT_WATCH"));
        for (var words = Arrays.asList(arguments).iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "--data" -> folder = Path.of(value(word, words));
                case "--port" -> port = value(word, words);
                case "--parent-watch" -> watch = true;
                default ->
                    throw new IllegalArgumentException("The broker does not know the option " + word
                            + "; it takes --data, --port and --parent-watch.");
            }
        }
        return new BrokerOptions(folder, number(port), watch);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value.");
        }
        return words.next();
    }

    private static int number(@Nullable String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("The broker's port is a number; got \"" + text + "\".", notANumber);
        }
        throw new IllegalArgumentException("The broker's port is between 0 and 65535; got " + text + ".");
    }
}
