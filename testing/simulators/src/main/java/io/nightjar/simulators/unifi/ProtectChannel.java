// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import io.nightjar.simulators.rtsp.SceneFeed;
import io.nightjar.simulators.rtsp.StreamProfile;
import java.security.SecureRandom;
import java.util.Optional;

/** One quality of a camera, with the alias that is its address once RTSP is switched on. */
final class ProtectChannel {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ALIAS_LENGTH = 16;

    private final int number;
    private final String name;
    private final String quality;
    private final StreamProfile profile;
    private final SceneFeed feed;
    private final String alias;
    private volatile boolean enabled;

    private ProtectChannel(
            int number, String name, String quality, StreamProfile profile, SceneFeed feed, String alias) {
        this.number = number;
        this.name = name;
        this.quality = quality;
        this.profile = profile;
        this.feed = feed;
        this.alias = alias;
    }

    static ProtectChannel create(
            int number, String name, String quality, StreamProfile profile, SceneFeed feed, boolean enabled) {
        var random = new SecureRandom();
        var alias = new StringBuilder();
        for (var i = 0; i < ALIAS_LENGTH; i++) {
            alias.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var channel = new ProtectChannel(number, name, quality, profile, feed, alias.toString());
        channel.enable(enabled);
        return channel;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    /** Its name in the Integration API. */
    String quality() {
        return quality;
    }

    StreamProfile profile() {
        return profile;
    }

    SceneFeed feed() {
        return feed;
    }

    boolean enabled() {
        return enabled;
    }

    void enable(boolean state) {
        enabled = state;
    }

    Optional<String> alias() {
        return enabled ? Optional.of(alias) : Optional.empty();
    }
}
