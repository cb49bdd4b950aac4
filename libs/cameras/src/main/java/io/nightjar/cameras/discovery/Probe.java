// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.cameras.onvif.Namespaces;
import io.nightjar.cameras.onvif.XmlBuilder;
import java.util.List;
import java.util.UUID;

/**
 * One question to whom it may concern.
 *
 * @param id by which answers to it are known
 */
record Probe(UUID id, Kind kind) {

    /** Most devices answer to the first, some only to one of the others. */
    enum Kind {
        VIDEO("dn:NetworkVideoTransmitter"),
        DEVICE("tds:Device"),
        ANY("");

        private final String types;

        Kind(String types) {
            this.types = types;
        }
    }

    /** What is sent in each round; a datagram gets lost now and then. */
    static final List<List<Kind>> ROUNDS =
            List.of(List.of(Kind.VIDEO), List.of(Kind.VIDEO, Kind.DEVICE), List.of(Kind.ANY));

    static Probe of(Kind kind) {
        return new Probe(UUID.randomUUID(), kind);
    }

    byte[] message() {
        var probe = XmlBuilder.root(
                Namespaces.DISCOVERY, "Probe", "xmlns:dn", Namespaces.NETWORK, "xmlns:tds", Namespaces.DEVICE);
        if (!kind.types.isEmpty()) {
            probe.leaf("Types", kind.types);
        }
        probe.empty("Scopes");
        var header = addressing("MessageID", "urn:uuid:" + id)
                + addressing("To", "urn:schemas-xmlsoap-org:ws:2005:04:discovery")
                + addressing("Action", Namespaces.DISCOVERY + "/Probe");
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"" + Namespaces.ENVELOPE
                        + "\" xmlns:a=\"" + Namespaces.DISCOVERY_ADDRESSING + "\"><s:Header>" + header
                        + "</s:Header><s:Body>" + probe.build() + "</s:Body></s:Envelope>")
                .getBytes(UTF_8);
    }

    private static String addressing(String name, String value) {
        return "<a:" + name + ">" + value + "</a:" + name + ">";
    }
}
