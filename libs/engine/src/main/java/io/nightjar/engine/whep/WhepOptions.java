// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Where WebRTC is served and how long we wait for whom.
 *
 * @param bind the one UDP address of all sessions; port 0 takes a free one
 * @param addresses names or addresses told to players; empty means loopback, and the interfaces' own if bound beyond it
 * @param maximumSessions more are refused as busy
 * @param patience how long an offer waits for a stream that is about to come
 * @param consent a player not heard of for so long has gone
 * @param absence how long a session outlives its stream's publisher
 */
public record WhepOptions(
        InetSocketAddress bind,
        List<String> addresses,
        int maximumSessions,
        Duration patience,
        Duration consent,
        Duration absence) {

    public WhepOptions {
        addresses = List.copyOf(addresses);
    }

    public static WhepOptions on(InetSocketAddress bind) {
        return new WhepOptions(
                bind, List.of(), 500, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    /** On loopback at a free port: for one machine, and for tests. */
    public static WhepOptions loopback() {
        return on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public WhepOptions withAddresses(List<String> told) {
        return new WhepOptions(bind, told, maximumSessions, patience, consent, absence);
    }

    public WhepOptions withMaximumSessions(int maximum) {
        return new WhepOptions(bind, addresses, maximum, patience, consent, absence);
    }

    public WhepOptions withPatience(Duration wait) {
        return new WhepOptions(bind, addresses, maximumSessions, wait, consent, absence);
    }

    public WhepOptions withConsent(Duration silence) {
        return new WhepOptions(bind, addresses, maximumSessions, patience, silence, absence);
    }

    public WhepOptions withAbsence(Duration wait) {
        return new WhepOptions(bind, addresses, maximumSessions, patience, consent, wait);
    }
}
