// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to open and how patiently. Its text form does not show the address.
 *
 * @param url rtsp, rtsps, rtmp, rtmps, srt, http, https, file or v4l2, or a file's bare name; may hold user and password,
 *     percent-encoded
 * @param protocol decides what libav may open on the way, whatever a playlist or a redirect says
 * @param transport for RTSP; {@code AUTO} means TCP here
 * @param input what is not said there is chosen to suit the protocol
 * @param openTimeout for everything until the tracks are known
 * @param readTimeout for one packet
 * @param known formats from an earlier session: with them nothing is probed, so that the first packet comes at once
 * @param replay a file is played at its own pace and begins anew when it ends, as if it were a camera
 */
public record ReaderOptions(
        String url,
        Protocol protocol,
        Transport transport,
        InputOptions input,
        Duration openTimeout,
        Duration readTimeout,
        List<TrackFormat> known,
        boolean replay) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public ReaderOptions {
        known = List.copyOf(known);
    }

    public ReaderOptions(
            String url, Transport transport, Duration openTimeout, Duration readTimeout, List<TrackFormat> known) {
        this(url, protocolOf(url), transport, InputOptions.NONE, openTimeout, readTimeout, known, false);
    }

    /** What an address says by itself; a file is read once and as fast as it goes. */
    public static ReaderOptions of(String url) {
        return new ReaderOptions(url, Transport.TCP, PATIENCE, PATIENCE, List.of());
    }

    /** A camera's stream; a file plays for ever as if it were one, unless its pace is switched off. */
    public static ReaderOptions of(String url, Protocol protocol, InputOptions input) {
        boolean replay = protocol == Protocol.FILE && !Boolean.FALSE.equals(input.realtime());
        return new ReaderOptions(url, protocol, Transport.TCP, input, PATIENCE, PATIENCE, List.of(), replay)
                .timeouts(orPatience(input.openTimeoutMs()), orPatience(input.readTimeoutMs()));
    }

    public ReaderOptions over(Transport changed) {
        return new ReaderOptions(url, protocol, changed, input, openTimeout, readTimeout, known, replay);
    }

    public ReaderOptions timeouts(Duration open, Duration read) {
        return new ReaderOptions(url, protocol, transport, input, open, read, known, replay);
    }

    public ReaderOptions knowing(List<TrackFormat> formats) {
        return new ReaderOptions(url, protocol, transport, input, openTimeout, readTimeout, formats, replay);
    }

    /** Reading waits for the times the packets bear. */
    boolean paced() {
        return replay || Boolean.TRUE.equals(input.realtime());
    }

    boolean rtsp() {
        return protocol == Protocol.RTSP || protocol == Protocol.NEOLINK;
    }

    boolean http() {
        return protocol == Protocol.FLV || protocol == Protocol.HLS;
    }

    boolean secure() {
        return url.startsWith("rtsps:") || url.startsWith("https:") || url.startsWith("rtmps:");
    }

    long readMicros() {
        return readTimeout.toNanos() / 1000;
    }

    private static Duration orPatience(@Nullable Integer millis) {
        return millis == null ? PATIENCE : Duration.ofMillis(millis);
    }

    private static Protocol protocolOf(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return Protocol.FILE;
        }
        return Protocol.ofScheme(url.substring(0, scheme)).orElse(playlist(url) ? Protocol.HLS : Protocol.FLV);
    }

    private static boolean playlist(String url) {
        int query = url.indexOf('?');
        var path = query < 0 ? url : url.substring(0, query);
        return path.toLowerCase(Locale.ROOT).endsWith(".m3u8");
    }

    @Override
    public String toString() {
        return "ReaderOptions[" + protocol.wire() + ", " + transport.wire() + ", open " + openTimeout + ", read "
                + readTimeout + "]";
    }
}
