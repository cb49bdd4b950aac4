// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.file.StreamAddress;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A stream's address with places for {@code {user}}, {@code {password}} and {@code {alias}}. The filled form exists only
 * for the dialler; the text form is the template, which holds no secret.
 *
 * @param signIn how a user and a password get into the address
 * @param secrets what only the camera told, by name; goes before the credentials' own
 */
public record UrlTemplate(String template, SignIn signIn, Map<String, String> secrets) {

    /** The one place where it is decided how secrets are written into addresses. */
    public enum SignIn {
        /** Percent-encoded, before the host where the address has no places for them. */
        ENCODED,
        /** As they are, in their places: these cameras compare the raw text and fail on an encoded password. */
        RAW,
        /** Not at all: the address needs none, or breaks with them. */
        NONE
    }

    public UrlTemplate {
        secrets = Map.copyOf(secrets);
    }

    public UrlTemplate(String template) {
        this(template, template.startsWith("rtmp") ? SignIn.RAW : SignIn.ENCODED, Map.of());
    }

    /** Takes an address from somewhere else, such as a redirect, and drops what it holds of secrets. */
    public static UrlTemplate of(String url) {
        try {
            return new UrlTemplate(StreamAddress.parse(url).url());
        } catch (IllegalArgumentException wrong) {
            throw new CameraFailure(ErrorKind.CONFIG, "The stream's address " + wrong.getMessage() + ".", wrong);
        }
    }

    /** An address that reaches a stream by a protocol, written as that protocol wants it. */
    public static UrlTemplate of(String url, Protocol protocol) {
        var template = new UrlTemplate(url);
        return switch (protocol) {
            case RTMP, FLV -> template.signedIn(SignIn.RAW);
            case NEOLINK, SRT, V4L2, FILE -> template.signedIn(SignIn.NONE);
            case RTSP, MJPEG, SNAPSHOT, HLS -> template.signedIn(SignIn.ENCODED);
        };
    }

    public UrlTemplate signedIn(SignIn other) {
        return new UrlTemplate(template, other, secrets);
    }

    public UrlTemplate withSecret(String name, String value) {
        return new UrlTemplate(template, signIn, Map.of(name, value));
    }

    public String scheme() {
        return template.substring(0, template.indexOf(':'));
    }

    public boolean rtsp() {
        return scheme().startsWith("rtsp");
    }

    public boolean http() {
        return scheme().startsWith("http");
    }

    public boolean tls() {
        return rtsp() ? scheme().endsWith("s") : scheme().equals("https") || scheme().equals("rtmps");
    }

    /** Names something of this machine: there is no host to dial. */
    public boolean local() {
        return scheme().equals("file") || scheme().equals("v4l2");
    }

    /** As it stands in the address; not every name that a network knows is one that {@link URI} takes for a host. */
    public String host() {
        var place = hostAndPort();
        return place.substring(0, endOfHost(place));
    }

    public int port() {
        var place = hostAndPort();
        var port = place.substring(endOfHost(place));
        return port.length() > 1 ? Integer.parseInt(port.substring(1)) : defaultPort();
    }

    /** The address as it is dialled: the checked address instead of the name, everything else filled in. */
    public String filled(InetAddress address, Optional<Credentials> credentials) {
        var rest = Places.fill(this, afterAuthority(), credentials);
        boolean inPlaces = !rest.equals(afterAuthority());
        return scheme() + "://" + (inPlaces ? "" : userInfo(credentials)) + Literals.inUrl(address) + ":" + port()
                + rest;
    }

    /** The address in a request line: no user information, placeholders filled. */
    public String requestUri(InetAddress address, Optional<Credentials> credentials) {
        return scheme() + "://" + Literals.inUrl(address) + ":" + port()
                + Places.fill(this, afterAuthority(), credentials);
    }

    /** The address with the host as it was named, for {@link CameraHttp}: no user information, placeholders filled. */
    public String requested(Optional<Credentials> credentials) {
        return scheme() + "://" + uri().getRawAuthority() + Places.fill(this, afterAuthority(), credentials);
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

    /** The same address is the same template, although a secret the camera tells anew has changed. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UrlTemplate template && this.template.equals(template.template);
    }

    @Override
    public int hashCode() {
        return template.hashCode();
    }

    private String userInfo(Optional<Credentials> credentials) {
        if (signIn == SignIn.NONE) {
            return "";
        }
        return credentials
                .filter(given ->
                        !given.username().isEmpty() || !given.password().isEmpty())
                .map(given -> Places.encoded(given.username()) + ":" + Places.encoded(given.password()) + "@")
                .orElse("");
    }

    private URI uri() {
        return URI.create(template.replace("{", "%7B").replace("}", "%7D"));
    }

    private String hostAndPort() {
        int authority = template.indexOf("://") + 3;
        var whole = template.substring(
                authority, template.length() - afterAuthority().length());
        return whole.substring(whole.lastIndexOf('@') + 1);
    }

    private static int endOfHost(String hostAndPort) {
        int colon = hostAndPort.indexOf(':', hostAndPort.lastIndexOf(']') + 1);
        return colon < 0 ? hostAndPort.length() : colon;
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
            case "rtmps", "https" -> 443;
            case "http" -> 80;
            default -> 554;
        };
    }
}
