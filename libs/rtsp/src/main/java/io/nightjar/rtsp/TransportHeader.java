// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way of carrying RTP, as the Transport header names it. Pairs are RTP and RTCP, in this order.
 *
 * @param mode lower case; "play" or "record", and the older "receive"
 */
public record TransportHeader(
        Lower lower,
        boolean multicast,
        @Nullable Pair interleaved,
        @Nullable Pair clientPort,
        @Nullable Pair serverPort,
        @Nullable String destination,
        @Nullable Integer ssrc,
        @Nullable String mode) {

    public enum Lower {
        TCP,
        UDP,
        /** A profile that is not spoken here, such as SAVP. */
        OTHER
    }

    /** Two channels or ports. */
    public record Pair(int rtp, int rtcp) {
        @Override
        public String toString() {
            return rtp + "-" + rtcp;
        }
    }

    public static TransportHeader tcp(int firstChannel) {
        var channels = new Pair(firstChannel, firstChannel + 1);
        return new TransportHeader(Lower.TCP, false, channels, null, null, null, null, null);
    }

    public static TransportHeader udp(int firstPort) {
        var ports = new Pair(firstPort, firstPort + 1);
        return new TransportHeader(Lower.UDP, false, null, ports, null, null, null, null);
    }

    /** All offers of a header, in the client's order of preference; what cannot be read is left out. */
    public static List<TransportHeader> parse(String header) {
        var offers = new ArrayList<TransportHeader>();
        for (var offer : header.split(",")) {
            if (!offer.isBlank()) {
                offers.add(parseOne(offer.strip()));
            }
        }
        return offers;
    }

    private static TransportHeader parseOne(String offer) {
        var result =
                new TransportHeader(lower(offer.split(";", 2)[0].strip()), false, null, null, null, null, null, null);
        for (var parameter : offer.split(";")) {
            var pair = parameter.split("=", 2);
            result = result.withParameter(
                    pair[0].strip().toLowerCase(Locale.ROOT), pair.length > 1 ? unquote(pair[1].strip()) : "");
        }
        return result;
    }

    private TransportHeader withParameter(String name, String value) {
        return switch (name) {
            case "multicast" ->
                new TransportHeader(lower, true, interleaved, clientPort, serverPort, destination, ssrc, mode);
            case "interleaved" -> withInterleaved(pair(value).orElse(null));
            case "client_port" ->
                new TransportHeader(
                        lower, multicast, interleaved, pair(value).orElse(null), serverPort, destination, ssrc, mode);
            case "server_port" -> withServerPort(pair(value).orElse(null));
            case "destination" ->
                new TransportHeader(lower, multicast, interleaved, clientPort, serverPort, value, ssrc, mode);
            case "ssrc" -> withSsrc(hex(value).orElse(null));
            case "mode" -> withMode(value.toLowerCase(Locale.ROOT));
            default -> this;
        };
    }

    public TransportHeader withInterleaved(@Nullable Pair channels) {
        return new TransportHeader(lower, multicast, channels, clientPort, serverPort, destination, ssrc, mode);
    }

    public TransportHeader withServerPort(@Nullable Pair ports) {
        return new TransportHeader(lower, multicast, interleaved, clientPort, ports, destination, ssrc, mode);
    }

    public TransportHeader withSsrc(@Nullable Integer value) {
        return new TransportHeader(lower, multicast, interleaved, clientPort, serverPort, destination, value, mode);
    }

    public TransportHeader withMode(@Nullable String value) {
        return new TransportHeader(lower, multicast, interleaved, clientPort, serverPort, destination, ssrc, value);
    }

    /** The client wants to publish; older FFmpeg says receive. */
    public boolean recording() {
        return mode != null && (mode.equals("record") || mode.equals("receive"));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(lower == Lower.TCP ? "RTP/AVP/TCP" : lower == Lower.UDP ? "RTP/AVP/UDP" : "OTHER");
        text.append(multicast ? ";multicast" : ";unicast");
        append(text, "destination", destination);
        append(text, "interleaved", interleaved);
        append(text, "client_port", clientPort);
        append(text, "server_port", serverPort);
        append(text, "ssrc", ssrc == null ? null : String.format("%08X", ssrc));
        append(text, "mode", mode);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(';').append(name).append('=').append(value);
        }
    }

    private static Lower lower(String protocol) {
        return switch (protocol.toUpperCase(Locale.ROOT)) {
            case "RTP/AVP", "RTP/AVP/UDP", "RTP/AVPF", "RTP/AVPF/UDP" -> Lower.UDP;
            case "RTP/AVP/TCP", "RTP/AVPF/TCP" -> Lower.TCP;
            default -> Lower.OTHER;
        };
    }

    private static Optional<Pair> pair(String value) {
        var ends = value.split("-", 2);
        try {
            int first = Integer.parseInt(ends[0].strip());
            return Optional.of(new Pair(first, ends.length > 1 ? Integer.parseInt(ends[1].strip()) : first + 1));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> hex(String value) {
        try {
            return Optional.of(Integer.parseUnsignedInt(value.strip(), 16));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static String unquote(String value) {
        return value.replace("\"", "");
    }
}
