// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.file.StreamAddress;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A stream's address with places for {@code {user}} and {@code {password}}. The filled form exists only for the dialler;
 * the text form is the template, which holds no secret.
 */
public record UrlTemplate(String template) {

    private static final String USER = "{user}";
    private static final String PASSWORD = "{password}";

    /** Takes an address from somewhere else, such as a redirect, and drops what it holds of secrets. */
    public static UrlTemplate of(String url) {
        try {
            return new UrlTemplate(StreamAddress.parse(url).url());
        } catch (IllegalArgumentException wrong) {
            throw new CameraFailure(ErrorKind.CONFIG, "The stream's address " + wrong.getMessage() + ".", wrong);
        }
    }

    public String scheme() {
        return template.substring(0, template.indexOf(':'));
    }

    public boolean rtsp() {
        return scheme().startsWith("rtsp");
    }

    public boolean tls() {
        return scheme().endsWith("s");
    }

    public String host() {
        return uri().getHost();
    }

    public int port() {
        int port = uri().getPort();
        return port > 0 ? port : defaultPort();
    }

    /** The address as it is dialled: the checked address instead of the name, everything else filled in. */
    public String filled(InetAddress address, Optional<Credentials> credentials) {
        var rest = afterAuthority();
        var user = credentials.map(Credentials::username).orElse("");
        var password = credentials.map(Credentials::password).orElse("");
        if (rest.contains(USER) || rest.contains(PASSWORD)) {
            rest = rest.replace(USER, written(user)).replace(PASSWORD, written(password));
            return scheme() + "://" + Literals.inUrl(address) + ":" + port() + rest;
        }
        var userInfo = credentials.isEmpty() ? "" : encoded(user) + ":" + encoded(password) + "@";
        return scheme() + "://" + userInfo + Literals.inUrl(address) + ":" + port() + rest;
    }

    /** The address in a request line: no user information, placeholders filled. */
    public String requestUri(InetAddress address, Optional<Credentials> credentials) {
        var rest = afterAuthority();
        rest = rest.replace(USER, written(credentials.map(Credentials::username).orElse("")))
                .replace(
                        PASSWORD, written(credentials.map(Credentials::password).orElse("")));
        return scheme() + "://" + Literals.inUrl(address) + ":" + port() + rest;
    }

    /** For logs: what was configured, without a query, which may hold an alias or a token. */
    public String masked() {
        int query = template.indexOf('?');
        return query < 0 ? template : template.substring(0, query) + "?...";
    }

    @Override
    public String toString() {
        return masked();
    }

    /** RTSP wants everything percent-encoded; RTMP cameras compare the raw text, and fail on an encoded password. */
    private String written(String secret) {
        if (rtsp()) {
            return encoded(secret);
        }
        if (secret.chars().anyMatch(c -> c == '&' || c == '#' || c == '?' || c <= ' ')) {
            throw new CameraFailure(
                    ErrorKind.CONFIG,
                    "This camera's RTMP address cannot carry a password with '&', '#', '?' or a space; choose another.");
        }
        return secret;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private URI uri() {
        return URI.create(template.replace("{", "%7B").replace("}", "%7D"));
    }

    private String afterAuthority() {
        int authority = template.indexOf("://") + 3;
        for (int index = authority; index < template.length(); index++) {
            if ("/?".indexOf(template.charAt(index)) >= 0) {
                return template.substring(index);
            }
        }
        return "";
    }

    private int defaultPort() {
        return switch (scheme()) {
            case "rtsps" -> 322;
            case "rtmp" -> 1935;
            case "rtmps" -> 443;
            default -> 554;
        };
    }
}
