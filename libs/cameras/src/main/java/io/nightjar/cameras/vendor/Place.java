// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Map;
import java.util.stream.Stream;

/** Where a camera's services are: host, ports, and which of a device's channels it is. */
record Place(String host, Map<String, Integer> ports, Vendor vendor) {

    static Place of(StreamWish wish) {
        return new Place(wish.host(), wish.ports(), wish.camera().vendor());
    }

    /** The same ports at another machine, as a console may name one. */
    Place at(String otherHost) {
        return new Place(otherHost, ports, vendor);
    }

    UrlTemplate url(String scheme, String service, String path, Protocol protocol) {
        return UrlTemplate.of(scheme + "://" + inUrl() + ":" + Ports.of(ports, service, vendor) + path, protocol);
    }

    /** Over TLS only where the camera's https port was named, and its http port was not. */
    UrlTemplate web(String path, Protocol protocol) {
        boolean tls = ports.containsKey(Ports.HTTPS) && !ports.containsKey(Ports.HTTP);
        return tls ? url("https", Ports.HTTPS, path, protocol) : url("http", Ports.HTTP, path, protocol);
    }

    /** In the clear, and over TLS where a port was named for it or none for either: recent firmware knows only that. */
    Stream<UrlTemplate> webs(String path, Protocol protocol) {
        boolean secureToo = ports.containsKey(Ports.HTTPS) || !ports.containsKey(Ports.HTTP);
        boolean clearToo = ports.containsKey(Ports.HTTP) || !ports.containsKey(Ports.HTTPS);
        var clear = clearToo ? Stream.of(url("http", Ports.HTTP, path, protocol)) : Stream.<UrlTemplate>empty();
        var secure = secureToo ? Stream.of(url("https", Ports.HTTPS, path, protocol)) : Stream.<UrlTemplate>empty();
        return Stream.concat(clear, secure);
    }

    /** Counted from 1; a camera that stands alone is the first. */
    static int channel(StreamWish wish) {
        var text = wish.camera().channel();
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new CameraFailure(ErrorKind.CONFIG, "The channel must be a number from 1 up.");
        }
        return Integer.parseInt(text);
    }

    private String inUrl() {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
