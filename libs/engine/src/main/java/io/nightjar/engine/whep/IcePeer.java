// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The player's side of ICE as a lite agent sees it: from which addresses it proved itself, and which one it uses. */
final class IcePeer {

    /** A player that checks an address no more has left it: browsers check each about every two seconds. */
    private static final Duration FRESH = Duration.ofSeconds(6);

    private static final int MOST_ADDRESSES = 16;

    private record Check(long priority, boolean nominated, Instant at) {}

    private final Map<InetSocketAddress, Check> checks = new HashMap<>();
    private Instant heard;
    private volatile @Nullable InetSocketAddress selected;

    IcePeer(Instant created) {
        heard = created;
    }

    /** Notes an authenticated check; answers whether its address is new. */
    synchronized boolean checked(InetSocketAddress from, long priority, boolean nominating, Instant now) {
        heard = now;
        var before = checks.get(from);
        if (before == null && checks.size() >= MOST_ADDRESSES) {
            checks.values().removeIf(check -> check.at().plus(FRESH).isBefore(now));
        }
        checks.put(from, new Check(priority, nominating || (before != null && before.nominated()), now));
        selected = best(now);
        return before == null;
    }

    /** Where to send; null until the player has proved itself. It moves when the player does. */
    @Nullable
    InetSocketAddress selected() {
        return selected;
    }

    synchronized boolean silentFor(Duration silence, Instant now) {
        return !heard.plus(silence).isAfter(now);
    }

    private @Nullable InetSocketAddress best(Instant now) {
        return checks.entrySet().stream()
                .filter(entry -> entry.getValue().at().plus(FRESH).isAfter(now))
                .max((one, other) -> compare(one.getValue(), other.getValue()))
                .map(Map.Entry::getKey)
                .orElse(selected);
    }

    private static int compare(Check one, Check other) {
        int byNomination = Boolean.compare(one.nominated(), other.nominated());
        if (byNomination != 0) {
            return byNomination;
        }
        int byPriority = Long.compare(one.priority(), other.priority());
        return byPriority != 0 ? byPriority : one.at().compareTo(other.at());
    }
}
