// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.camera.Transport;
import java.time.Duration;
import java.util.List;

/**
 * What to open and how patiently. Its text form does not show the address.
 *
 * @param url rtsp, rtsps, rtmp, http, https or file; may hold user and password, percent-encoded
 * @param transport for RTSP; {@code AUTO} means TCP here
 * @param openTimeout for everything until the tracks are known
 * @param readTimeout for one packet
 * @param known formats from an earlier session: with them nothing is probed, so that the first packet comes at once
 */
public record ReaderOptions(
        String url, Transport transport, Duration openTimeout, Duration readTimeout, List<TrackFormat> known) {

    public ReaderOptions {
        known = List.copyOf(known);
    }

    public static ReaderOptions of(String url) {
        return new ReaderOptions(url, Transport.TCP, Duration.ofSeconds(10), Duration.ofSeconds(10), List.of());
    }

    public ReaderOptions over(Transport changed) {
        return new ReaderOptions(url, changed, openTimeout, readTimeout, known);
    }

    public ReaderOptions timeouts(Duration open, Duration read) {
        return new ReaderOptions(url, transport, open, read, known);
    }

    public ReaderOptions knowing(List<TrackFormat> formats) {
        return new ReaderOptions(url, transport, openTimeout, readTimeout, formats);
    }

    boolean rtsp() {
        return url.startsWith("rtsp:") || secureRtsp();
    }

    boolean secureRtsp() {
        return url.startsWith("rtsps:");
    }

    boolean secure() {
        return secureRtsp() || url.startsWith("https:") || url.startsWith("rtmps:");
    }

    @Override
    public String toString() {
        return "ReaderOptions[" + transport.wire() + ", open " + openTimeout + ", read " + readTimeout + "]";
    }
}
