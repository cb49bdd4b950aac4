// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import io.nightjar.contracts.stream.ErrorKind;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an SRT address says, in ffmpeg's words: {@code srt://host:port?passphrase=..&streamid=..&latency=microseconds}. Its
 * text form shows only the host and the port.
 *
 * @param latency how long a lost packet is waited for
 */
public record SrtAddress(String host, int port, Optional<String> passphrase, String streamId, Duration latency) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 79;
    private static final Duration USUAL_LATENCY = Duration.ofMillis(120);
    private static final long MOST_LATENCY_MICROS = 10_000_000;

    /** Fails where the address asks for something that cannot be. */
    public static SrtAddress parse(String url) throws SrtException {
        int query = url.indexOf('?');
        var place = place(query < 0 ? url : url.substring(0, query));
        var said = query < 0 ? Map.<String, String>of() : parameters(url.substring(query + 1));
        if (!said.getOrDefault("mode", "caller").equals("caller")) {
            throw wrong("Cameras are called here: set the camera to wait as a listener, and mode to caller.");
        }
        var passphrase = Optional.ofNullable(said.get("passphrase"));
        if (passphrase.isPresent()) {
            check(passphrase.get());
        }
        return new SrtAddress(
                place.getHost(),
                place.getPort(),
                passphrase,
                said.getOrDefault("streamid", ""),
                latency(said.getOrDefault("rcvlatency", said.getOrDefault("latency", ""))));
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }

    private static URI place(String url) throws SrtException {
        try {
            var place = new URI(url);
            if (place.getHost() != null && place.getPort() > 0) {
                return place;
            }
        } catch (URISyntaxException unreadable) {
            // Its text quotes the address.
        }
        throw wrong("An SRT address needs a host and a port, such as srt://192.168.1.51:9000.");
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static void check(String passphrase) throws SrtException {
        int length = passphrase.getBytes(StandardCharsets.UTF_8).length;
        if (length < SHORTEST || length > LONGEST) {
            throw wrong("An SRT passphrase has 10 to 79 characters; enter the one that is set in the camera.");
        }
    }

    private static Duration latency(String micros) throws SrtException {
        if (micros.isEmpty()) {
            return USUAL_LATENCY;
        }
        try {
            return Duration.ofNanos(Math.clamp(Long.parseLong(micros), 0, MOST_LATENCY_MICROS) * 1000);
        } catch (NumberFormatException words) {
            throw wrong("The latency of an SRT address is a number of microseconds.");
        }
    }

    private static SrtException wrong(String sentence) {
        return new SrtException(ErrorKind.CONFIG, sentence);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plainPercent) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "srt://" + host + ":" + port;
    }
}
