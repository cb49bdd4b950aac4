// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Credentials;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of the parameters of an address: their places are kept, their values are not. */
record AddressSecrets(String path, Optional<Credentials> credentials) {

    private static final Pattern USER =
            Pattern.compile("((?:^|[?&/])(?:user|username|usr|loginuse)=)([^&/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSWORD = Pattern.compile(
            "((?:^|[?&/])(?:password|passwd|pwd|pass|loginpas|passphrase)=)([^&/?#]*)", Pattern.CASE_INSENSITIVE);
    /** What stands for a user and a password at once. */
    private static final Pattern TOKEN = Pattern.compile(
            "((?:^|[?&])(?:token|auth|authkey|api_?key|access_?token)=)([^&#]*)", Pattern.CASE_INSENSITIVE);
    /** UniFi's page adds it; RTP inside would then be encrypted a second time. */
    private static final Pattern ENABLE_SRTP =
            Pattern.compile("([?&])enableSrtp(?:=[^&]*)?(&|$)", Pattern.CASE_INSENSITIVE);

    static AddressSecrets of(String path) {
        var clean = withoutSrtp(path);
        var user = USER.matcher(clean);
        var password = PASSWORD.matcher(clean);
        if (password.find()) {
            var found = new Credentials(user.find() ? decoded(user.group(2)) : "", decoded(password.group(2)));
            clean = replaced(PASSWORD, replaced(USER, clean, "{user}"), "{password}");
            return new AddressSecrets(clean, unlessPlaces(found));
        }
        var token = TOKEN.matcher(clean);
        if (token.find()) {
            var found = new Credentials("", decoded(token.group(2)));
            return new AddressSecrets(replaced(TOKEN, clean, "{password}"), unlessPlaces(found));
        }
        return new AddressSecrets(clean, Optional.empty());
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plainPercent) {
            return text;
        }
    }

    private static String withoutSrtp(String path) {
        var matcher = ENABLE_SRTP.matcher(path);
        if (!matcher.find()) {
            return path;
        }
        var kept = matcher.group(2).isEmpty() ? "" : matcher.group(1);
        return path.substring(0, matcher.start()) + kept + path.substring(matcher.end());
    }

    private static String replaced(Pattern secret, String path, String place) {
        return secret.matcher(path).replaceAll("$1" + Matcher.quoteReplacement(place));
    }

    private static Optional<Credentials> unlessPlaces(Credentials found) {
        boolean places = found.password().startsWith("{") || found.username().startsWith("{");
        return places ? Optional.empty() : Optional.of(found);
    }
}
