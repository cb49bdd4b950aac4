// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What a {@link WebCamera} answers. Lives on the event loop. */
final class WebPages implements Pages {

    private static final String PAGE =
            "<!doctype html><title>Sign in</title><form>User <input> Password <input></form>\n";

    private final Map<Role, SceneFeed> feeds;
    private final Map<Role, HlsPages> hls = new EnumMap<>(Role.class);
    private final HttpGate gate;
    private final Switches<WebSwitch> switches;
    private final DeviceSetup setup;
    private final AtomicInteger snapshots = new AtomicInteger();
    private volatile String away = "/away";

    WebPages(Map<Role, SceneFeed> feeds, HttpGate gate, Switches<WebSwitch> switches, DeviceSetup setup) {
        this.feeds = feeds;
        this.gate = gate;
        this.switches = switches;
        this.setup = setup;
        feeds.forEach((role, feed) -> hls.put(role, new HlsPages(feed, setup.vertx())));
    }

    void away(String target) {
        away = target;
    }

    int snapshots() {
        return snapshots.get();
    }

    @Override
    public void answer(HttpServerRequest request, Buffer body) {
        if (setup.behaviour().rejecting() || !gate.admits(request, style())) {
            gate.challenge(request, style(), "text/html", PAGE);
        } else if (switches.isOn(WebSwitch.LOGIN_PAGE)) {
            Replies.text(request, 200, "text/html", PAGE);
        } else {
            route(request);
        }
    }

    private HttpGate.Style style() {
        if (switches.isOn(WebSwitch.BASIC_ONLY)) {
            return HttpGate.Style.BASIC;
        }
        return switches.isOn(WebSwitch.SINGLE_USE_NONCES) ? HttpGate.Style.SINGLE_USE_DIGEST : HttpGate.Style.DIGEST;
    }

    private void route(HttpServerRequest request) {
        var parts = request.path().substring(1).split("/", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "main", "sub" -> role(parts[0]).ifPresent(role -> stream(request, role, rest));
            case "moved" -> redirect(request, "/" + rest);
            case "loop" -> redirect(request, "/loop");
            case "away" -> redirect(request, away);
            default -> missing(request);
        }
    }

    private static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private void stream(HttpServerRequest request, Role role, String rest) {
        var feed = requireNonNull(feeds.get(role));
        switch (rest) {
            case "video.mjpg" ->
                MultipartAnswer.send(
                        request,
                        feed,
                        setup.behaviour(),
                        setup.vertx(),
                        honest("multipart/x-mixed-replace", "video/mpeg"),
                        defects());
            case "snapshot.jpg" -> snapshot(request, feed);
            case "live.flv" -> FlvAnswer.send(request, feed, setup.behaviour(), setup.vertx());
            default -> {
                if (rest.startsWith("hls/")) {
                    requireNonNull(hls.get(role)).answer(request, rest.substring("hls/".length()));
                } else {
                    missing(request);
                }
            }
        }
    }

    private void snapshot(HttpServerRequest request, SceneFeed feed) {
        Future.fromCompletionStage(feed.still(0), setup.vertx().getOrCreateContext())
                .onSuccess(jpeg -> {
                    snapshots.incrementAndGet();
                    Replies.bytes(request, 200, honest("image/jpeg", "text/plain"), Buffer.buffer(spoilt(jpeg)));
                })
                .onFailure(failure -> Replies.text(request, 500, "text/plain", "The encoder failed\n"));
    }

    private byte[] spoilt(byte[] jpeg) {
        if (switches.isOn(WebSwitch.EMPTY_PICTURES)) {
            return new byte[0];
        }
        return switches.isOn(WebSwitch.TRUNCATED_PICTURES) ? Arrays.copyOf(jpeg, jpeg.length / 2) : jpeg;
    }

    private String honest(String truth, String lie) {
        return switches.isOn(WebSwitch.CONTENT_TYPE_LIES) ? lie : truth;
    }

    private Set<MultipartDefect> defects() {
        return Arrays.stream(WebSwitch.values())
                .filter(switches::isOn)
                .flatMap(which -> which.defect().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void redirect(HttpServerRequest request, String target) {
        request.response().putHeader("Location", target);
        Replies.text(request, 302, "text/plain", "Moved\n");
    }

    private static void missing(HttpServerRequest request) {
        Replies.text(request, 404, "text/plain", "There is nothing here\n");
    }
}
