// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.patrol.Patrol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patrol as somebody wants it. */
final class PatrolDraft {

    private static final int NAME = 64;
    private static final int LEAST_STEPS = 2;
    private static final int MOST_STEPS = 32;
    private static final int HOUR = 3600;

    private PatrolDraft() {}

    static Patrol read(String id, @Nullable JsonNode json) {
        var body = new Body(json);
        var name = body.text("name", NAME);
        var steps = steps(body);
        long resume = body.optionalInteger("resumeAfterSeconds", 1, HOUR).orElse((long) Patrol.RESUME_SECONDS);
        body.check();
        return new Patrol(id, name, steps, (int) resume);
    }

    private static List<Patrol.Step> steps(Body body) {
        var steps = new ArrayList<Patrol.Step>();
        var raw = body.raw("steps");
        if (!raw.isArray() || raw.size() < LEAST_STEPS || raw.size() > MOST_STEPS) {
            body.complain("steps", "it must be a list of " + LEAST_STEPS + " to " + MOST_STEPS + " steps.");
            return steps;
        }
        for (int number = 0; number < raw.size(); number++) {
            var step = raw.get(number);
            var preset = step.path("preset");
            var dwell = step.path("dwellSeconds");
            if (!preset.isTextual() || preset.textValue().isEmpty()) {
                body.complain("steps." + number + ".preset", "it must be the token of a preset.");
            }
            if (!dwell.isIntegralNumber() || dwell.longValue() < 1 || dwell.longValue() > HOUR) {
                body.complain("steps." + number + ".dwellSeconds", "it must be a whole number from 1 to " + HOUR + ".");
            }
            steps.add(new Patrol.Step(preset.asText(), dwell.asInt()));
        }
        return steps;
    }

    /** Fails if the camera does not have a preset that the patrol goes to. */
    static void check(Patrol patrol, List<Preset> presets) {
        var tokens = presets.stream().map(Preset::token).toList();
        var body = new Body(null);
        for (int number = 0; number < patrol.steps().size(); number++) {
            if (!tokens.contains(patrol.steps().get(number).preset())) {
                body.complain("steps." + number + ".preset", "the camera has no such preset.");
            }
        }
        body.check();
    }
}
