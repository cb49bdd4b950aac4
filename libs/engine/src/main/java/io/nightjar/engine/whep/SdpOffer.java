// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.whep.WhepException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A player's offer, cut into its session part and its media sections. */
record SdpOffer(List<String> session, List<SdpMedia> media) {

    private static final int LONGEST = 128 << 10;

    static SdpOffer parse(String sdp) {
        if (!sdp.startsWith("v=0") || sdp.length() > LONGEST) {
            throw bad("The offer is not an SDP description; send the browser's offer as application/sdp.");
        }
        var session = new ArrayList<String>();
        var sections = new ArrayList<SdpMedia>();
        var lines = session;
        for (var line : sdp.split("\r?\n")) {
            if (line.startsWith("m=")) {
                lines = new ArrayList<>();
                sections.add(SdpMedia.begin(line, lines));
            } else if (line.startsWith("a=")) {
                lines.add(line.substring(2).strip());
            }
        }
        var offer = new SdpOffer(session, sections);
        offer.check();
        return offer;
    }

    private void check() {
        if (media.isEmpty()) {
            throw bad("The offer has no media section; ask for video with a recvonly transceiver.");
        }
        if (iceFragment().isEmpty()) {
            throw bad("The offer has no ICE user name; send the browser's offer unchanged.");
        }
        if (fingerprints().isEmpty()) {
            throw bad(
                    "The offer has no certificate fingerprint by SHA-256 or stronger, so nobody could be recognised.");
        }
        if (first("setup").filter("passive"::equals).isPresent()) {
            throw bad("The offer wants us to begin DTLS; offer setup:actpass.");
        }
    }

    Optional<String> iceFragment() {
        return first("ice-ufrag");
    }

    List<Fingerprint> fingerprints() {
        var found = new ArrayList<>(values(session, "fingerprint"));
        media.forEach(section -> found.addAll(section.values("fingerprint")));
        return found.stream()
                .distinct()
                .map(Fingerprint::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The mids that share one transport, in the offer's order; empty without BUNDLE. */
    List<String> bundle() {
        return values(session, "group").stream()
                .filter(group -> group.startsWith("BUNDLE"))
                .findFirst()
                .map(group -> List.of(group.substring("BUNDLE".length()).strip().split("\\s+")))
                .orElse(List.of());
    }

    /** A session attribute, or the first section that has it. */
    private Optional<String> first(String name) {
        var own = values(session, name).stream().findFirst();
        return own.isPresent()
                ? own
                : media.stream()
                        .flatMap(section -> section.values(name).stream())
                        .findFirst();
    }

    /** What the attribute says at each of its places; a flag says nothing, which is empty. */
    static List<String> values(List<String> attributes, String name) {
        return attributes.stream()
                .map(attribute -> value(attribute, name))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> value(String attribute, String name) {
        if (attribute.equals(name)) {
            return Optional.of("");
        }
        return attribute.startsWith(name + ":")
                ? Optional.of(attribute.substring(name.length() + 1).strip())
                : Optional.empty();
    }

    static WhepException bad(String message) {
        return new WhepException(Kind.BAD_OFFER, message);
    }

    @Nullable
    SdpMedia section(String kind) {
        return media.stream()
                .filter(section -> section.kind().equals(kind) && section.receives())
                .findFirst()
                .orElse(null);
    }
}
