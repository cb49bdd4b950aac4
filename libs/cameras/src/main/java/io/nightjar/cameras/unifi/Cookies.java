// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import io.nightjar.cameras.HttpAnswer;
import io.nightjar.cameras.HttpAsk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What proves a session: cookies and a token against forged requests. Both may be renewed by any answer. Its text form
 * shows neither.
 *
 * @param generation which sign-in it stems from
 */
record Cookies(long generation, Map<String, String> values, Optional<String> csrf) {

    /** Consoles use two or three; names without end must not fill the memory and every request. */
    private static final int MOST = 32;

    Cookies {
        values = Map.copyOf(values);
    }

    static Cookies of(long generation, HttpAnswer signedIn) {
        return new Cookies(generation, Map.of(), Optional.empty()).after(signedIn);
    }

    HttpAsk on(HttpAsk ask) {
        var cookie = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        var with = ask.with("Cookie", cookie);
        return csrf.map(token -> with.with("X-CSRF-Token", token)).orElse(with);
    }

    Cookies after(HttpAnswer answer) {
        var renewed = new LinkedHashMap<>(values);
        for (var line : answer.headers().all("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && (renewed.size() < MOST || renewed.containsKey(pair[0].strip()))) {
                renewed.put(pair[0].strip(), pair[1].strip());
            }
        }
        var token = answer.headers()
                .get("X-Updated-CSRF-Token")
                .or(() -> answer.headers().get("X-CSRF-Token"))
                .or(() -> csrf);
        return new Cookies(generation, renewed, token);
    }

    @Override
    public String toString() {
        return "Cookies[hidden]";
    }
}
