// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where and until when a device keeps events for us.
 *
 * @param references headers the device wants to see again with each request
 */
record Subscription(URI address, String references, Duration lifetime) {

    private static final Duration LEAST = Duration.ofSeconds(60);
    private static final Duration MOST = Duration.ofDays(1);

    /** Both times are by the camera's clock; devices that answer with a time that is past get a minimum. */
    static Duration lifetime(XmlElement response, String namespace, Instant cameraNow) {
        var now = response.textAt(namespace, "CurrentTime")
                .flatMap(EventReader::time)
                .orElse(cameraNow);
        return response.textAt(namespace, "TerminationTime")
                .flatMap(EventReader::time)
                .map(end -> Duration.between(now, end))
                .filter(span -> span.compareTo(LEAST) > 0)
                .map(span -> span.compareTo(MOST) > 0 ? MOST : span)
                .orElse(LEAST);
    }

    static Optional<String> address(XmlElement reference) {
        return reference.textAt(Namespaces.ADDRESSING, "Address");
    }

    static String references(XmlElement reference) {
        return reference.child(Namespaces.ADDRESSING, "ReferenceParameters").stream()
                .flatMap(parameters -> parameters.children().stream())
                .map(Subscription::echoed)
                .collect(Collectors.joining());
    }

    private static String echoed(XmlElement parameter) {
        return XmlBuilder.root(
                        parameter.namespace(),
                        parameter.name(),
                        "xmlns:wsa",
                        Namespaces.ADDRESSING,
                        "wsa:IsReferenceParameter",
                        "true")
                .text(parameter.text())
                .build();
    }

    Subscription lasting(Duration span) {
        return new Subscription(address, references, span);
    }
}
