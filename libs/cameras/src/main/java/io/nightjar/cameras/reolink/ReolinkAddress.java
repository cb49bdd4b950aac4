// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import java.util.Optional;

/** Where a Reolink camera or recorder takes commands. */
public record ReolinkAddress(String host, int port, boolean tls, Optional<String> certificate, Origin origin) {

    /** Over TLS only where the https port was named, and the http port was not. */
    public static ReolinkAddress of(StreamWish wish) {
        var ports = wish.ports();
        boolean tls = ports.containsKey(Ports.HTTPS) && !ports.containsKey(Ports.HTTP);
        int port = Ports.of(ports, tls ? Ports.HTTPS : Ports.HTTP, Vendor.REOLINK);
        return new ReolinkAddress(wish.host(), port, tls, wish.certificate(), wish.origin());
    }

    String url(String query) {
        var inUrl = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return (tls ? "https://" : "http://") + inUrl + ":" + port + "/cgi-bin/api.cgi?" + query;
    }
}
