// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said in a file about a vendor's cameras. */
final class VendorRules {

    /** By vendor, the protocols for which addresses follow from a host; the first is the usual one. */
    private static final Map<Vendor, List<Protocol>> OFFERED = Map.of(
            Vendor.REOLINK,
            List.of(Protocol.RTSP, Protocol.RTMP, Protocol.FLV, Protocol.SNAPSHOT, Protocol.NEOLINK),
            Vendor.AMCREST,
            List.of(Protocol.RTSP, Protocol.MJPEG, Protocol.SNAPSHOT),
            Vendor.UNIFI,
            List.of(Protocol.RTSP, Protocol.SNAPSHOT),
            Vendor.EUFY,
            List.of(Protocol.RTSP),
            Vendor.ONVIF,
            List.of(Protocol.RTSP, Protocol.SNAPSHOT));

    private static final Map<Vendor, String> WHY_TCP = Map.of(
            Vendor.EUFY, "a Eufy camera signs nobody in over UDP",
            Vendor.UNIFI, "a UniFi console opens its streams over TCP only");

    private VendorRules() {}

    /** Empty for a vendor whose addresses must be written out. */
    static List<Protocol> offered(Vendor vendor) {
        return OFFERED.getOrDefault(vendor, List.of());
    }

    /** Whether addresses follow from what is known of the camera. A Eufy bridge moves cameras; it never carries video. */
    static boolean derives(Vendor vendor, boolean hasHost, boolean hasDevice) {
        return OFFERED.containsKey(vendor) && (hasHost || (hasDevice && vendor != Vendor.EUFY));
    }

    static boolean tcpOnly(Vendor vendor) {
        return WHY_TCP.containsKey(vendor);
    }

    static String whyTcp(Vendor vendor) {
        return WHY_TCP.getOrDefault(vendor, "");
    }

    /** Whether a protocol goes over HTTP, where a broken answer can be asked for again. */
    static boolean http(Protocol protocol) {
        return protocol.schemes().contains("http");
    }

    /** Protocols that can be asked for a size and a rate. */
    static boolean asked(Protocol protocol) {
        return Set.of(Protocol.SNAPSHOT, Protocol.V4L2).contains(protocol);
    }
}
