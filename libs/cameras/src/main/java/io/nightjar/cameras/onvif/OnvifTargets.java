// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Ports;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where a configured camera is reached over ONVIF. */
public final class OnvifTargets {

    private static final int HTTPS = 443;

    private OnvifTargets() {}

    /** Fails with CONFIG where neither the camera nor its device has a host. */
    public static OnvifTarget of(StreamWish wish) {
        var ports = wish.ports();
        int port = Ports.of(ports, Ports.ONVIF, wish.camera().vendor());
        return new OnvifTarget(
                wish.host(),
                port,
                secured(ports, port),
                Optional.ofNullable(ports.get(Ports.RTSP)),
                wish.credentials().filter(known -> !known.username().isEmpty()));
    }

    private static boolean secured(Map<String, Integer> ports, int port) {
        return port == HTTPS || Objects.equals(ports.get(Ports.HTTPS), port);
    }
}
