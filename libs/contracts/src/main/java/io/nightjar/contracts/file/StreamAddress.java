// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Credentials;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream's address as typed, taken apart: the address without secrets, and the secrets.
 *
 * <p>Passwords are often typed unencoded, so the user information ends at the last {@code @} that leaves a host.
 */
public record StreamAddress(String url, Optional<Credentials> credentials) {

    public static final List<String> SCHEMES = List.of("rtsp", "rtsps", "rtmp", "rtmps");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.%]+]|[^:@/?#\\s\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final Pattern USER_IN_QUERY =
            Pattern.compile("((?:^|[?&/])(?:user|username|usr|loginuse)=)([^&/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSWORD_IN_QUERY =
            Pattern.compile("((?:^|[?&/])(?:password|passwd|pwd|pass|loginpas)=)([^&/?#]*)", Pattern.CASE_INSENSITIVE);

    /** Fails with a message that shows nothing of the address beyond its scheme. */
    public static StreamAddress parse(String typed) {
        var matcher = SCHEME.matcher(typed.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a full address such as rtsp://192.168.1.20:554/path");
        }
        var scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException(
                    "must begin with " + String.join("://, ", SCHEMES) + "://, not with " + Fields.shortened(scheme));
        }
        var rest = matcher.group(2);
        int userInfoEnd = userInfoEnd(rest);
        var address = rest.substring(userInfoEnd + 1);
        checkHost(address);
        if (userInfoEnd >= 0 && !rest.startsWith("{")) {
            var path = withoutSecrets(pathOf(address));
            var clean = valid(scheme + "://" + authorityOf(address) + path.url());
            return new StreamAddress(clean, Optional.of(userInfo(rest.substring(0, userInfoEnd))));
        }
        // User information made of placeholders adds nothing: whoever dials puts the credentials there anyway.
        var path = withoutSecrets(pathOf(address));
        return new StreamAddress(valid(scheme + "://" + authorityOf(address) + path.url()), path.credentials());
    }

    private static int userInfoEnd(String rest) {
        int inAuthority = authorityOf(rest).lastIndexOf('@');
        boolean plain = HOST_AND_PORT
                .matcher(authorityOf(rest).substring(inAuthority + 1))
                .matches();
        return plain ? inAuthority : rest.lastIndexOf('@');
    }

    private static Credentials userInfo(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Credentials(decoded(text), "")
                : new Credentials(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    /** Some cameras want user and password among the parameters: their places are kept, their values are not. */
    private static StreamAddress withoutSecrets(String path) {
        var user = USER_IN_QUERY.matcher(path);
        var password = PASSWORD_IN_QUERY.matcher(path);
        if (!user.find() || !password.find()) {
            return new StreamAddress(path, Optional.empty());
        }
        var found = new Credentials(decoded(user.group(2)), decoded(password.group(2)));
        var clean = USER_IN_QUERY.matcher(path).replaceAll("$1" + Matcher.quoteReplacement("{user}"));
        clean = PASSWORD_IN_QUERY.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement("{password}"));
        boolean placeholders =
                found.password().startsWith("{") || found.username().startsWith("{");
        return new StreamAddress(clean, placeholders ? Optional.empty() : Optional.of(found));
    }

    private static void checkHost(String address) {
        var host = HOST_AND_PORT.matcher(authorityOf(address));
        if (!host.matches()) {
            throw new IllegalArgumentException("has no valid host and port after ://");
        }
        int port = host.group(1) == null ? 1 : Integer.parseInt(host.group(1));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("has a port outside 1 to 65535");
        }
    }

    private static String valid(String url) {
        try {
            var uri = new URI(url.replace("{", "%7B").replace("}", "%7D"));
            if (uri.getFragment() != null) {
                throw new IllegalArgumentException("holds a '#', which must be written %23");
            }
            return url;
        } catch (URISyntaxException malformed) {
            // The exception's text quotes the address, which may hold a secret.
            throw new IllegalArgumentException(
                    "holds a character that an address cannot hold; write it as a percent sign and its code");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plainPercent) {
            return text;
        }
    }

    private static String authorityOf(String rest) {
        return rest.substring(0, rest.length() - pathOf(rest).length());
    }

    private static String pathOf(String rest) {
        for (int index = 0; index < rest.length(); index++) {
            if ("/?#".indexOf(rest.charAt(index)) >= 0) {
                return rest.substring(index);
            }
        }
        return "";
    }
}
