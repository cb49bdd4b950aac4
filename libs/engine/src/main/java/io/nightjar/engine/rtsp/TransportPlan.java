// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.TransportHeader;
import io.nightjar.rtsp.TransportHeader.Lower;
import io.nightjar.rtsp.TransportHeader.Pair;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agrees with a client on how each track of a session travels; all tracks travel the same way. */
final class TransportPlan {

    private static final int CHANNELS = 256;

    private final UdpPorts udp;
    private final Set<Integer> channels = new HashSet<>();
    private @Nullable Lower chosen;

    TransportPlan(UdpPorts udp) {
        this.udp = udp;
    }

    /** Answers the first offer that can be served; fails with 461 when there is none. */
    TransportHeader choose(String header) {
        var offer = TransportHeader.parse(header).stream()
                .filter(this::possible)
                .findFirst()
                .orElseThrow(
                        () -> new RtspException(461, "Only unicast RTP over TCP" + (udp.available() ? " or UDP" : "")));
        if (chosen != null && chosen != offer.lower()) {
            throw new RtspException(400, "All tracks of a session use the same transport");
        }
        chosen = offer.lower();
        return offer.lower() == Lower.TCP ? tcp(offer) : udp(offer);
    }

    boolean tcp() {
        return chosen != Lower.UDP;
    }

    private boolean possible(TransportHeader offer) {
        if (offer.multicast()) {
            return false;
        }
        return offer.lower() == Lower.TCP
                || (offer.lower() == Lower.UDP && udp.available() && offer.clientPort() != null);
    }

    private TransportHeader tcp(TransportHeader offer) {
        var wanted = offer.interleaved();
        var pair = wanted != null && free(wanted) ? wanted : nextFree();
        channels.add(pair.rtp());
        channels.add(pair.rtcp());
        return offer.withInterleaved(pair);
    }

    private boolean free(Pair pair) {
        return pair.rtp() >= 0
                && pair.rtcp() == pair.rtp() + 1
                && pair.rtcp() < CHANNELS
                && !channels.contains(pair.rtp())
                && !channels.contains(pair.rtcp());
    }

    private Pair nextFree() {
        for (int channel = 0; channel + 1 < CHANNELS; channel += 2) {
            var pair = new Pair(channel, channel + 1);
            if (free(pair)) {
                return pair;
            }
        }
        throw new RtspException(461, "All interleaved channels are in use");
    }

    private TransportHeader udp(TransportHeader offer) {
        return offer.withServerPort(new Pair(udp.rtpPort(), udp.rtpPort() + 1));
    }
}
