// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.reolink.ReolinkApi.Haste;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads where a head points. Few models say it, in numbers that mean something only with their range. */
final class ReolinkPositions {

    private final ReolinkApi api;
    private final int channel;
    private final Duration timeout;
    private volatile boolean silent;

    ReolinkPositions(ReolinkApi api, int channel, Duration timeout) {
        this.api = api;
        this.channel = channel;
        this.timeout = timeout;
    }

    Optional<ReolinkPosition> now() {
        if (silent) {
            return Optional.empty();
        }
        var asked = ReolinkCommand.of("GetPtzCurPos", Map.of("PtzCurPos", Map.of("channel", channel)));
        var answer = ask(asked);
        var value = answer.value().path("PtzCurPos");
        var range = answer.range().path("PtzCurPos");
        var pan = part(value, range, "Ppos");
        var tilt = part(value, range, "Tpos");
        if (pan.isEmpty() || tilt.isEmpty()) {
            // What the model never says is not asked for again and again; a camera may just be busy.
            silent = answer.failure().isEmpty() || ReolinkMotor.isUnknown(answer);
            return Optional.empty();
        }
        return Optional.of(new ReolinkPosition(pan.get() * 2 - 1, tilt.get() * 2 - 1, zoom()));
    }

    private double zoom() {
        var answer = ask(ReolinkCommand.ofChannel("GetZoomFocus", channel));
        return part(
                        answer.value().path("ZoomFocus").path("zoom"),
                        answer.range().path("ZoomFocus").path("zoom"),
                        "pos")
                .orElse(0.0);
    }

    private ReolinkAnswer ask(ReolinkCommand command) {
        return api.order(command.withRange(), timeout, Haste.NONE);
    }

    /** From 0 to 1 within its range. */
    private static Optional<Double> part(JsonNode value, JsonNode range, String name) {
        double least = range.path(name).path("min").asDouble();
        double most = range.path(name).path("max").asDouble();
        return value.path(name).isNumber() && most > least
                ? Optional.of(Math.clamp((value.path(name).asDouble() - least) / (most - least), 0.0, 1.0))
                : Optional.empty();
    }
}
