// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import io.nightjar.cameras.onvif.MalformedXmlException;
import io.nightjar.cameras.onvif.Namespaces;
import io.nightjar.cameras.onvif.XmlElement;
import io.nightjar.cameras.onvif.XmlReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads answers to probes. Whatever is none is ignored: everybody on the network may send anything. */
final class ProbeAnswers {

    private static final String SCOPES = "onvif://www.onvif.org/";
    private static final int MOST_XADDRS = 8;
    private static final int NAME_LENGTH = 100;

    private ProbeAnswers() {}

    static List<Discovered> read(byte[] datagram, InetAddress source, Collection<Probe> asked) {
        try {
            var envelope = XmlReader.read(datagram);
            return answers(envelope, asked)
                    ? matches(envelope)
                            .flatMap(match -> device(match, source).stream())
                            .toList()
                    : List.of();
        } catch (MalformedXmlException garbage) {
            return List.of();
        }
    }

    /** Answers name the question; some devices forget to, which is no harm as they answer to our own port. */
    private static boolean answers(XmlElement envelope, Collection<Probe> asked) {
        var relation = envelope.at(Namespaces.ENVELOPE, "Header")
                .flatMap(header -> header.textAt(Namespaces.DISCOVERY_ADDRESSING, "RelatesTo"))
                .map(text -> text.toLowerCase(Locale.ROOT));
        return relation.isEmpty()
                || asked.stream()
                        .anyMatch(probe -> relation.get().contains(probe.id().toString()));
    }

    private static Stream<XmlElement> matches(XmlElement envelope) {
        return envelope.at(Namespaces.ENVELOPE, "Body").stream()
                .flatMap(body -> body.all(Namespaces.DISCOVERY, "ProbeMatches"))
                .flatMap(all -> all.all(Namespaces.DISCOVERY, "ProbeMatch"));
    }

    private static Optional<Discovered> device(XmlElement match, InetAddress source) {
        var xaddrs = xaddrs(match.textAt(Namespaces.DISCOVERY, "XAddrs").orElse(""), source);
        if (xaddrs.isEmpty()) {
            return Optional.empty();
        }
        var scopes = match.textAt(Namespaces.DISCOVERY, "Scopes").orElse("").split("\\s+");
        var endpoint = match.child(Namespaces.DISCOVERY_ADDRESSING, "EndpointReference")
                .flatMap(reference -> reference.textAt(Namespaces.DISCOVERY_ADDRESSING, "Address"))
                .orElseGet(() -> xaddrs.getFirst().toString());
        return Optional.of(new Discovered(endpoint, source, scope(scopes, "name"), scope(scopes, "hardware"), xaddrs));
    }

    /** Devices with several networks name them all. */
    private static List<URI> xaddrs(String text, InetAddress source) {
        return Arrays.stream(text.split("\\s+"))
                .limit(MOST_XADDRS)
                .map(ProbeAnswers::address)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(address -> !bare(address.getHost()).equals(source.getHostAddress())))
                .toList();
    }

    private static Optional<URI> address(String text) {
        try {
            var address = new URI(text);
            boolean usable = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String scope(String[] scopes, String category) {
        var prefix = SCOPES + category + "/";
        return Arrays.stream(scopes)
                .filter(scope -> scope.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(scope -> readable(scope.substring(prefix.length())))
                .findFirst()
                .orElse("");
    }

    private static String readable(String encoded) {
        var text = decoded(encoded).replaceAll("\\p{Cntrl}", " ").strip();
        return text.length() > NAME_LENGTH ? text.substring(0, NAME_LENGTH) : text;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plainPercent) {
            return encoded;
        }
    }
}
