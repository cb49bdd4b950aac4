// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Whom a connection leads to, and on whose behalf: only requests that are alike in both share one. */
record LinkKey(
        InetSocketAddress address,
        boolean tls,
        String host,
        Optional<String> certificate,
        Optional<Credentials> credentials) {

    static LinkKey of(HttpAsk ask, HttpTarget target, InetSocketAddress address) {
        return new LinkKey(address, target.tls(), target.host(), ask.certificate(), ask.credentials());
    }

    @Override
    public String toString() {
        return "LinkKey[" + host + "]";
    }
}
