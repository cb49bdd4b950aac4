// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A camera as its console describes it.
 *
 * @param id the console's name for it
 * @param connected whether the console has it right now
 * @param host where its streams are, when that is another machine than the console
 */
public record ConsoleCamera(
        String id,
        String name,
        @Nullable String model,
        boolean connected,
        @Nullable String host,
        List<Quality> qualities) {

    public ConsoleCamera {
        qualities = List.copyOf(qualities);
    }

    /**
     * One of its pictures. Its text form hides the alias, which is all that is needed to watch.
     *
     * @param alias null while its RTSP is switched off
     */
    public record Quality(String name, @Nullable String alias, int width, int height, double fps) {

        long pixels() {
            return (long) width * height;
        }

        @Override
        public String toString() {
            return "Quality[" + name + " " + width + "x" + height + "]";
        }
    }

    /** The alias of the largest picture for main, of the smallest for sub. */
    public Optional<String> alias(Role role) {
        var bySize = Comparator.comparingLong(Quality::pixels);
        return qualities.stream()
                .filter(quality -> quality.alias() != null)
                .max(role == Role.MAIN ? bySize : bySize.reversed())
                .map(Quality::alias);
    }
}
