// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a head can do and what its settings want of it.
 *
 * @param abilities null until the camera has said; then every order is passed on, and the camera answers for itself
 */
public record HeadTraits(@Nullable PtzAbilities abilities, PtzSettings settings) {

    /** One order is one step. */
    boolean steps() {
        return abilities != null && abilities.steps();
    }

    /** The same without what the head has not got. */
    Velocity supported(Velocity asked) {
        if (abilities == null) {
            return asked;
        }
        return new Velocity(
                abilities.panTilt() ? asked.pan() : 0,
                abilities.panTilt() ? asked.tilt() : 0,
                abilities.zoom() ? asked.zoom() : 0,
                abilities.focus() ? asked.focus() : 0);
    }

    /** Why the head cannot do this; empty where it can, or may. */
    Optional<String> refusal(Order.Motion motion) {
        var can = abilities;
        if (can == null) {
            return Optional.empty();
        }
        return switch (motion) {
            case Order.Move(var velocity) ->
                !velocity.isStill() && supported(velocity).isStill()
                        ? Optional.of(sentence(axes(velocity)))
                        : Optional.empty();
            case Order.Goto preset -> unless(can.presets(), "go to presets");
            case Order.Home home -> unless(can.home(), "go home by itself");
            case Order.MoveTo position -> unless(can.absolute(), "go to a position");
            case Order.MoveBy way -> unless(can.relative() || can.steps(), "move in steps");
        };
    }

    /** Where the head goes when nobody has moved it for a while; empty where it cannot or need not. */
    Optional<Order.Motion> homeMotion() {
        if (homeAfter().isEmpty()) {
            return Optional.empty();
        }
        Order.Motion home = settings.homePreset() == null ? new Order.Home() : new Order.Goto(settings.homePreset());
        return refusal(home).isEmpty() ? Optional.of(home) : Optional.empty();
    }

    Optional<Duration> homeAfter() {
        return Optional.ofNullable(settings.homeAfterSeconds()).map(Duration::ofSeconds);
    }

    private static List<String> axes(Velocity velocity) {
        var axes = new ArrayList<String>();
        if (velocity.pan() != 0 || velocity.tilt() != 0) {
            axes.add("pan or tilt");
        }
        if (velocity.zoom() != 0) {
            axes.add("zoom");
        }
        if (velocity.focus() != 0) {
            axes.add("change its focus");
        }
        return axes;
    }

    private static Optional<String> unless(boolean can, String what) {
        return can ? Optional.empty() : Optional.of(sentence(List.of(what)));
    }

    private static String sentence(List<String> what) {
        return "This camera cannot " + String.join(", ", what) + ".";
    }
}
