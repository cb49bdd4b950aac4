// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import java.util.Optional;

/** Where an Amcrest camera takes commands. */
public record AmcrestAddress(String host, int port, boolean tls, Optional<String> certificate, Origin origin) {

    /** Over TLS only where the https port was named, and the http port was not. */
    public static AmcrestAddress of(StreamWish wish) {
        var ports = wish.ports();
        boolean tls = ports.containsKey(Ports.HTTPS) && !ports.containsKey(Ports.HTTP);
        int port = Ports.of(ports, tls ? Ports.HTTPS : Ports.HTTP, Vendor.AMCREST);
        return new AmcrestAddress(wish.host(), port, tls, wish.certificate(), wish.origin());
    }

    String url(String command) {
        var inUrl = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return (tls ? "https://" : "http://") + inUrl + ":" + port + "/cgi-bin/" + command;
    }
}
