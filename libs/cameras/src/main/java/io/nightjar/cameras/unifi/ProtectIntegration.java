// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.HttpAnswer;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The official interface of a console: one key, no session. It tells streams only as they are switched on. */
public final class ProtectIntegration {

    private static final String BASE = "/proxy/protect/integration/v1";
    private static final Pattern ALIAS = Pattern.compile("rtsps?://[^/]+/([^/?#]+)(?:[?#].*)?");

    private final CameraHttp http;
    private final ConsoleAddress console;
    private final String key;
    private final Duration timeout;

    public ProtectIntegration(CameraHttp http, ConsoleAddress console, String key, Duration timeout) {
        this.http = http;
        this.console = console;
        this.key = key;
        this.timeout = timeout;
    }

    /** What the console offers; without aliases, which it tells per camera. */
    public List<ConsoleCamera> cameras() {
        return StreamSupport.stream(json(ask("/cameras")).spliterator(), false)
                .map(camera -> new ConsoleCamera(
                        camera.path("id").asText(),
                        camera.path("name").asText(),
                        camera.path("modelKey").asText(null),
                        camera.path("state").asText().equals("CONNECTED"),
                        null,
                        List.of()))
                .toList();
    }

    /** The alias of a camera's stream, which is switched on where it is not yet. */
    public String alias(String camera, Role role) {
        var path = "/cameras/" + camera + "/rtsps-stream";
        var served = json(ask(path));
        return alias(served, role)
                .or(() -> alias(switchOn(path, role), role))
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.PROTOCOL, "The console did not tell where the camera's stream is."));
    }

    public byte[] snapshot(String camera, Role role) {
        return send(ask("/cameras/" + camera + "/snapshot?highQuality=" + (role == Role.MAIN)))
                .body();
    }

    /** What the interface tells about one camera. */
    JsonNode describe(String camera) {
        return json(ask("/cameras/" + camera));
    }

    /** Sends a head to a position that was set at the console. */
    void goTo(String camera, int slot) {
        var answer = answer(ask("/cameras/" + camera + "/ptz/goto/" + slot)
                .withMethod("POST")
                .urgent()
                .repeatable());
        switch (answer.status()) {
            case 400 ->
                throw new CameraFailure(ErrorKind.UNSUPPORTED, "This UniFi camera has no motor, as its console says.");
            case 404 -> throw new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no such preset.");
            default -> answer.orFail();
        }
    }

    private JsonNode switchOn(String path, Role role) {
        var quality = role == Role.MAIN ? "high" : "low";
        var body = "{\"qualities\":[\"" + quality + "\"]}";
        return json(ask(path).withMethod("POST").withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Aliases only: the address that is told asks for SRTP, and names the port of its encrypted form. */
    private static Optional<String> alias(JsonNode served, Role role) {
        var wanted = role == Role.MAIN ? List.of("high") : List.of("low", "medium");
        return wanted.stream()
                .map(quality -> ALIAS.matcher(served.path(quality).asText("")))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private HttpAsk ask(String path) {
        return HttpAsk.get(console.url(BASE + path), console.origin())
                .pinned(console.certificate())
                .with("X-API-KEY", key)
                .with("Accept", "application/json, image/jpeg");
    }

    private JsonNode json(HttpAsk ask) {
        return ProtectJson.read(send(ask));
    }

    private HttpAnswer send(HttpAsk ask) {
        return answer(ask).orFail();
    }

    private HttpAnswer answer(HttpAsk ask) {
        var answer = http.send(ask, timeout);
        if (answer.status() == 401) {
            throw new CameraFailure(ErrorKind.AUTH, "The console refused the API key.");
        }
        return answer;
    }
}
