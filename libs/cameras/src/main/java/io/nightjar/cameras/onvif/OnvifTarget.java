// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.contracts.camera.Credentials;
import java.net.URI;
import java.util.Optional;

/**
 * Where a device is reached, and as whom.
 *
 * @param host a name or an address, as it was configured
 * @param rtspPort where streams are reached although the device says otherwise; empty to believe it
 */
public record OnvifTarget(
        String host, int port, boolean tls, Optional<Integer> rtspPort, Optional<Credentials> credentials) {

    private static final String DEVICE_PATH = "/onvif/device_service";

    public OnvifTarget(String host, int port, Optional<Credentials> credentials) {
        this(host, port, false, Optional.empty(), credentials);
    }

    /** The one address the standard fixes; all others come from the device. */
    URI deviceService() {
        return at(DEVICE_PATH);
    }

    URI at(String path) {
        return URI.create(scheme() + "://" + hostInUrl() + ":" + port + path);
    }

    String scheme() {
        return tls ? "https" : "http";
    }

    String hostInUrl() {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** For people and logs. */
    String where() {
        return hostInUrl() + ":" + port;
    }
}
