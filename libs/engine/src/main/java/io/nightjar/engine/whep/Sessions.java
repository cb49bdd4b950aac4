// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All sessions of one port, and whose a datagram is: by ICE user name first, afterwards by where it came from. */
final class Sessions implements UdpPort.Arrivals {

    private final Map<String, WhepSession> byId = new ConcurrentHashMap<>();
    private final Map<String, WhepSession> byFragment = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, WhepSession> byAddress = new ConcurrentHashMap<>();

    void add(WhepSession session) {
        byId.put(session.names().id(), session);
        byFragment.put(session.names().fragment(), session);
    }

    void remove(WhepSession session) {
        byId.remove(session.names().id());
        byFragment.remove(session.names().fragment());
        byAddress.values().removeIf(one -> one == session);
    }

    /** It may have been removed by another thread while its address was added. */
    private void forgetIfEnded(WhepSession session) {
        if (!byId.containsKey(session.names().id())) {
            remove(session);
        }
    }

    Optional<WhepSession> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<WhepSession> all() {
        return List.copyOf(byId.values());
    }

    int size() {
        return byId.size();
    }

    @Override
    public void accept(InetSocketAddress from, byte[] datagram) {
        if (datagram.length < 2) {
            return;
        }
        int first = datagram[0] & 0xff;
        if (first <= 3) {
            StunRequest.parse(datagram).ifPresent(request -> checked(request, from));
            return;
        }
        var session = byAddress.get(from);
        if (session == null) {
            return;
        }
        if (first >= 20 && first <= 63) {
            session.handshake(datagram);
        } else if (first >= 128 && first <= 191) {
            session.control(datagram);
        }
    }

    /** Only who knows the password we gave out moves a session to another address. */
    private void checked(StunRequest request, InetSocketAddress from) {
        var session = byFragment.get(request.localFragment());
        if (session == null
                || !request.remoteFragment().equals(session.names().playerFragment())
                || !request.authentic(session.names().password())) {
            return;
        }
        if (session.checked(request, from)) {
            byAddress.put(from, session);
            forgetIfEnded(session);
        }
    }
}
