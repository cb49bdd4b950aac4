// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.HttpAnswer;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A head by the interface that the console's own pages use, within the session that all share. */
final class SessionHead implements ProtectHead {

    private static final String BASE = "/proxy/protect/api/cameras/";
    /** Full speed, as the console's own pages count it. */
    private static final int FULL = 1000;

    private final ConsoleAddress console;
    private final ProtectSession session;
    private final String camera;

    SessionHead(ConsoleAddress console, ProtectSession session, String camera) {
        this.console = console;
        this.session = session;
        this.camera = camera;
    }

    @Override
    public Skills skills(Duration timeout) {
        var described = ProtectJson.read(send(get(""), timeout));
        if (!described.path("featureFlags").path("isPtz").asBoolean()) {
            var model =
                    described.path("marketName").asText(described.path("type").asText("no model"));
            throw new CameraFailure(
                    ErrorKind.UNSUPPORTED, "This UniFi camera (" + model + ") has no motor, as its console says.");
        }
        return new Skills(true);
    }

    @Override
    public List<Place> places(Duration timeout) {
        return StreamSupport.stream(
                        ProtectJson.read(send(get("/ptz/preset"), timeout)).spliterator(), false)
                .filter(place -> place.path("slot").isInt())
                .map(place ->
                        new Place(place.path("slot").asInt(), place.path("name").asText("")))
                .filter(place -> place.slot() != HOME)
                .sorted(Comparator.comparingInt(Place::slot))
                .toList();
    }

    @Override
    public void goTo(int slot, Duration timeout) {
        var answer = session.send(
                get("/ptz/goto/" + slot).withMethod("POST").urgent().repeatable(), timeout);
        if (answer.status() == 404) {
            throw new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no such preset.");
        }
        accepted(answer);
    }

    @Override
    public void move(double pan, double tilt, double zoom, Duration timeout) {
        var order =
                Map.of("type", "continuous", "payload", Map.of("x", speed(pan), "y", speed(tilt), "z", speed(zoom)));
        accepted(session.send(post("/move", order).urgent().repeatable(), timeout));
    }

    @Override
    public void check(Duration timeout) {
        send(get(""), timeout);
    }

    private static long speed(double part) {
        return Math.round(part * FULL);
    }

    private HttpAsk get(String path) {
        return HttpAsk.get(console.url(BASE + camera + path), console.origin()).pinned(console.certificate());
    }

    private HttpAsk post(String path, Map<String, ?> body) {
        try {
            return get(path)
                    .withMethod("POST")
                    .withBody("application/json", ContractsJson.mapper().writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Numbers can be written as JSON", impossible);
        }
    }

    private HttpAnswer send(HttpAsk ask, Duration timeout) {
        return accepted(session.send(ask, timeout));
    }

    private static HttpAnswer accepted(HttpAnswer answer) {
        return switch (answer.status()) {
            case 400 ->
                throw new CameraFailure(
                        ErrorKind.UNSUPPORTED, "The console refused the order: this camera cannot do it.");
            case 403 ->
                throw new CameraFailure(
                        ErrorKind.AUTH, "The console's account may not move cameras; give it a role that may.");
            case 404 -> throw new CameraFailure(ErrorKind.NOT_FOUND, "The console does not know this camera.");
            default -> answer.orFail();
        };
    }
}
