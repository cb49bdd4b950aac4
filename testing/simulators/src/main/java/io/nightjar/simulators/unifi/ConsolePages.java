// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.simulators.device.LoginLock;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.Pages;
import io.nightjar.simulators.rtsp.Behaviour;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The front door of a console: signs people in, and lets the two interfaces answer. */
final class ConsolePages implements Pages {

    private static final String PRIVATE = "/proxy/protect/api/";
    private static final String CAMERAS = PRIVATE + "cameras/";
    private static final String OFFICIAL = "/proxy/protect/integration/v1/";

    private final Credentials credentials;
    private final String apiKey;
    private final ConsoleSessions sessions;
    private final LoginLock lock;
    private final Switches<ConsoleSwitch> switches;
    private final Behaviour behaviour;
    private final PrivateApi privateApi;
    private final IntegrationApi integrationApi;

    ConsolePages(
            Credentials credentials,
            String apiKey,
            ConsoleSessions sessions,
            LoginLock lock,
            Switches<ConsoleSwitch> switches,
            Behaviour behaviour,
            PrivateApi privateApi,
            IntegrationApi integrationApi) {
        this.credentials = credentials;
        this.apiKey = apiKey;
        this.sessions = sessions;
        this.lock = lock;
        this.switches = switches;
        this.behaviour = behaviour;
        this.privateApi = privateApi;
        this.integrationApi = integrationApi;
    }

    @Override
    public void answer(HttpServerRequest request, Buffer body) {
        var path = request.path();
        if (switches.isOn(ConsoleSwitch.THROTTLED) || (path.equals("/api/auth/login") && lock.locked())) {
            request.response().putHeader("Retry-After", "1");
            ConsoleJson.error(request, 429, "Too many requests");
        } else if (path.equals("/api/auth/login")) {
            login(request, body);
        } else if (path.startsWith(OFFICIAL)) {
            officially(request, path.substring(OFFICIAL.length()), body);
        } else if (path.startsWith(PRIVATE) || path.equals("/api/auth/logout")) {
            privately(request, path, body);
        } else {
            ConsoleJson.error(request, 404, "Not found");
        }
    }

    private void login(HttpServerRequest request, Buffer body) {
        var form = ConsoleJson.read(body);
        if (form.properties().stream().anyMatch(field -> field.getValue().isNull())
                || !form.path("username").isTextual()) {
            ConsoleJson.error(request, 400, "Validation failed");
        } else if (behaviour.rejecting()
                || !known(form.path("username").asText(), form.path("password").asText())) {
            lock.failed();
            ConsoleJson.error(request, 401, "Invalid username or password");
        } else if (switches.isOn(ConsoleSwitch.SECOND_FACTOR)) {
            ConsoleJson.send(request, 499, ConsoleJson.object().put("code", "MFA_AUTH_REQUIRED"));
        } else {
            lock.succeeded();
            sessions.begin(request);
            ConsoleJson.send(request, 200, ConsoleJson.object().put("username", credentials.username()));
        }
    }

    private boolean known(String user, String password) {
        return user.equals(credentials.username()) && password.equals(credentials.password());
    }

    private void privately(HttpServerRequest request, String path, Buffer body) {
        if (switches.isOn(ConsoleSwitch.SESSIONS_EXPIRE) || behaviour.rejecting()) {
            sessions.endAll();
        }
        var session = sessions.of(request);
        if (session.isEmpty()) {
            ConsoleJson.error(request, 401, "Unauthorized");
        } else if (!sessions.mayWrite(request, session.get())) {
            ConsoleJson.error(request, 403, "Invalid CSRF token");
        } else if (path.equals("/api/auth/logout")) {
            sessions.end(session.get());
            ConsoleJson.send(request, 200, ConsoleJson.object());
        } else if (switches.isOn(ConsoleSwitch.NO_ROLE) && path.startsWith(CAMERAS)) {
            ConsoleJson.error(request, 403, "Forbidden");
        } else {
            privateApi.answer(request, path.substring(PRIVATE.length()), body);
        }
    }

    private void officially(HttpServerRequest request, String path, Buffer body) {
        if (behaviour.rejecting() || !apiKey.equals(request.getHeader("X-API-KEY"))) {
            ConsoleJson.error(request, 401, "Unauthorized");
        } else {
            integrationApi.answer(request, path, body);
        }
    }
}
