// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import java.util.List;
import java.util.Map;

/** The names of a camera's services, for cameras that keep them on other ports than usual. */
public final class Ports {

    public static final String HTTP = "http";
    public static final String HTTPS = "https";
    public static final String RTSP = "rtsp";
    public static final String RTSPS = "rtsps";
    public static final String RTMP = "rtmp";
    public static final String ONVIF = "onvif";
    /** Where neolink republishes a camera. */
    public static final String NEOLINK = "neolink";
    /** The Eufy bridge's WebSocket. */
    public static final String BRIDGE = "bridge";

    private static final List<String> NAMES = List.of(HTTP, HTTPS, RTSP, RTSPS, RTMP, ONVIF, NEOLINK, BRIDGE);
    private static final Map<String, Integer> USUAL =
            Map.of(HTTP, 80, HTTPS, 443, RTSP, 554, RTSPS, 322, RTMP, 1935, NEOLINK, 8554, BRIDGE, 3000);
    private static final int ONVIF_USUAL = 80;
    private static final int ONVIF_REOLINK = 8000;

    private Ports() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The port of a service: as configured, or where the vendor keeps it. */
    public static int of(Map<String, Integer> configured, String service, Vendor vendor) {
        var given = configured.get(service);
        if (given != null) {
            return given;
        }
        if (service.equals(ONVIF)) {
            return vendor == Vendor.REOLINK ? ONVIF_REOLINK : configured.getOrDefault(HTTP, ONVIF_USUAL);
        }
        if (vendor == Vendor.UNIFI && service.equals(RTSP)) {
            return 7447;
        }
        if (vendor == Vendor.UNIFI && service.equals(RTSPS)) {
            return 7441;
        }
        return USUAL.getOrDefault(service, 0);
    }
}
