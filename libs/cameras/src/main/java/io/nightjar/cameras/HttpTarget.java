// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An http address taken apart, byte for byte: what a camera is asked for is also what digest signs. User information is
 * dropped.
 */
record HttpTarget(boolean tls, String host, int port, String path) {

    /** Possessive, as a long row of at-signs would otherwise take minutes. */
    private static final Pattern URL = Pattern.compile(
            "(https?)://(?:[^/?#]*@)?+(\\[[^\\]/]++]|[^:/?#\\[\\]]++)(?::([0-9]{1,5}))?([/?][^#]*)?(?:#.*)?");

    static HttpTarget of(String url) {
        int colon = url.indexOf(':');
        var matcher =
                URL.matcher(colon < 0 ? url : url.substring(0, colon).toLowerCase(Locale.ROOT) + url.substring(colon));
        if (!matcher.matches()) {
            throw new CameraFailure(ErrorKind.CONFIG, "The address is not one that begins with http:// or https://.");
        }
        boolean tls = matcher.group(1).equals("https");
        int usual = tls ? 443 : 80;
        int port = matcher.group(3) == null ? usual : Integer.parseInt(matcher.group(3));
        if (port < 1 || port > 65_535) {
            throw new CameraFailure(ErrorKind.CONFIG, "The address has a port outside 1 to 65535.");
        }
        var rest = matcher.group(4) == null ? "/" : matcher.group(4);
        return new HttpTarget(tls, matcher.group(2), port, sendable(rest.startsWith("?") ? "/" + rest : rest));
    }

    /** Where a redirect leads to. */
    HttpTarget redirected(String location) {
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return of(location);
        }
        if (location.startsWith("//")) {
            return of((tls ? "https:" : "http:") + location);
        }
        var base = path.replaceFirst("\\?.*", "");
        var resolved = location.startsWith("/") ? location : base.substring(0, base.lastIndexOf('/') + 1) + location;
        return new HttpTarget(tls, host, port, sendable(resolved));
    }

    /** Whether what was meant for the other may be shown here: the same machine, and not less hidden. */
    boolean trustedAs(HttpTarget other) {
        return host.equalsIgnoreCase(other.host) && (tls || !other.tls);
    }

    String hostHeader() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }

    /** For people: no path, as that may hold a secret. */
    String place() {
        return host + ":" + port;
    }

    private static String sendable(String path) {
        var text = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 127) {
                text.append((char) octet);
            } else {
                text.append('%').append("%02X".formatted(octet & 0xff));
            }
        }
        return text.toString();
    }
}
