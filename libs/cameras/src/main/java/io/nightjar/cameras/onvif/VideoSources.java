// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recorders show several cameras through one device: this finds the profiles of one of them. */
final class VideoSources {

    private VideoSources() {}

    /**
     * The profiles of one picture.
     *
     * @param channel the source's token, or its number from 1 up in the device's order; null for the first
     */
    static List<MediaProfile> profiles(List<MediaProfile> all, @Nullable String channel) {
        var sources = all.stream().map(MediaProfile::source).distinct().toList();
        if (sources.size() < 2 && channel == null) {
            return all;
        }
        var wanted = Objects.requireNonNullElse(channel, "1");
        return sources.stream()
                .filter(source -> source.equals(Optional.of(wanted)))
                .findFirst()
                .or(() -> numbered(sources, wanted))
                .map(source -> all.stream()
                        .filter(profile -> profile.source().equals(source))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Optional<String>> numbered(List<Optional<String>> sources, String channel) {
        if (!channel.matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(channel);
        return number > sources.size() ? Optional.empty() : Optional.of(sources.get(number - 1));
    }
}
