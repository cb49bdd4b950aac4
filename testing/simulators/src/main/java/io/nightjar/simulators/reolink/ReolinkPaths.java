// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.Switches;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the addresses of a Reolink camera's streams mean. */
final class ReolinkPaths {

    private static final Pattern RTMP_NAME = Pattern.compile("channel0_(main|ext|sub)\\.bcs");
    private static final Map<String, Role> CURRENT = Map.of("Preview_01_main", Role.MAIN, "Preview_01_sub", Role.SUB);
    private static final Map<String, Role> LEGACY =
            Map.of("", Role.MAIN, "h264Preview_01_main", Role.MAIN, "h264Preview_01_sub", Role.SUB);

    private final @Nullable Credentials credentials;
    private final ReolinkSessions sessions;
    private final Switches<ReolinkSwitch> switches;

    ReolinkPaths(@Nullable Credentials credentials, ReolinkSessions sessions, Switches<ReolinkSwitch> switches) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.switches = switches;
    }

    Optional<Role> rtsp(String path) {
        if (CURRENT.containsKey(path)) {
            return Optional.ofNullable(CURRENT.get(path))
                    .filter(known -> !switches.isOn(ReolinkSwitch.LEGACY_PATHS_ONLY));
        }
        return Optional.ofNullable(LEGACY.get(path)).filter(known -> !switches.isOn(ReolinkSwitch.CURRENT_PATHS_ONLY));
    }

    /** From what follows the application in an RTMP address; the password counts as it stands there. */
    Optional<Role> rtmp(String play) {
        var mark = play.indexOf('?');
        return mark < 0 ? Optional.empty() : stream(play.substring(0, mark), raw(play.substring(mark + 1)));
    }

    /** From the query of an HTTP-FLV address; the password counts as it stands there. */
    Optional<Role> flv(String query) {
        var parameters = raw(query);
        return "bcs".equals(parameters.get("app"))
                ? stream(parameters.getOrDefault("stream", ""), parameters)
                : Optional.empty();
    }

    private Optional<Role> stream(String name, Map<String, String> parameters) {
        var match = RTMP_NAME.matcher(name);
        if (!match.matches() || !admits(parameters)) {
            return Optional.empty();
        }
        var sub = match.group(1).equals("sub");
        var number = parameters.getOrDefault("stream", "");
        if (number.matches("\\d") && !number.equals(sub ? "1" : "0")) {
            return Optional.empty();
        }
        return Optional.of(sub ? Role.SUB : Role.MAIN);
    }

    private boolean admits(Map<String, String> parameters) {
        var known = credentials;
        return known == null
                || sessions.valid(parameters.getOrDefault("token", ""))
                || sessions.refusal(parameters.getOrDefault("user", ""), parameters.getOrDefault("password", ""))
                        .isEmpty();
    }

    private static Map<String, String> raw(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }
}
