// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

/**
 * How one session is known: to HTTP, to ICE, and on the wire. Its text form shows nothing, since the id is all it takes to
 * end the session.
 *
 * @param etag a strong entity tag, quotes included
 */
record SessionNames(
        String id, String etag, String fragment, String password, String playerFragment, SessionMedia.Sources sources) {

    static SessionNames random(String playerFragment) {
        return new SessionNames(
                Secrets.hex(16),
                '"' + Secrets.hex(8) + '"',
                Secrets.hex(6),
                Secrets.hex(16),
                playerFragment,
                new SessionMedia.Sources(Secrets.ssrc(), Secrets.ssrc()));
    }

    @Override
    public String toString() {
        return "SessionNames[hidden]";
    }
}
