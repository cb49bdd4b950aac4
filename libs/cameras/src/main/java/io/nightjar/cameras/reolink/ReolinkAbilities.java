// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What a head can do, by the kind it says it is.
 *
 * @param speed whether it can be told how fast; found out where the kind does not tell
 * @param guard whether it can keep a place to return to
 * @param guarded whether it keeps one now
 */
public record ReolinkAbilities(
        boolean panTilt, boolean zoom, Speed speed, boolean presets, boolean guard, boolean guarded) {

    static final int PLACES = 64;

    /** How sure it is that a speed is understood. */
    public enum Speed {
        YES,
        NO,
        MAYBE
    }

    /** A lens only, and a pan without tilt are among them. */
    private static final Set<Integer> TURNING = Set.of(2, 3, 5, 7);

    private static final Set<Integer> ZOOMING = Set.of(1, 2, 5);
    private static final Set<Integer> WITH_SPEED = Set.of(2, 3);
    private static final int WITHOUT_SPEED = 5;

    /**
     * Reads what the camera says.
     *
     * @param channel counted from 0
     * @param guard its answer about the place to return to
     */
    static ReolinkAbilities of(JsonNode ability, int channel, ReolinkAnswer guard) {
        var channels = ability.path("abilityChn");
        // The second lens of a camera is a channel that is not listed.
        var own = channels.path(channel < channels.size() ? channel : 0);
        int kind = version(own, "ptzType");
        boolean moves = kind > 0 || version(own, "ptzCtrl") > 0;
        boolean told = TURNING.contains(kind) || ZOOMING.contains(kind);
        boolean panTilt = moves && (!told || TURNING.contains(kind));
        boolean zoom = moves && (!told || ZOOMING.contains(kind));
        boolean canGuard = panTilt && guard.failure().isEmpty();
        boolean guarded = guard.value().path("PtzGuard").path("bexistPos").asInt() == 1;
        return new ReolinkAbilities(
                panTilt, zoom, speed(kind), panTilt && version(own, "ptzPreset") > 0, canGuard, canGuard && guarded);
    }

    ReolinkAbilities nowGuarded() {
        return new ReolinkAbilities(panTilt, zoom, speed, presets, guard, guard);
    }

    private static Speed speed(int kind) {
        if (WITH_SPEED.contains(kind)) {
            return Speed.YES;
        }
        return kind == WITHOUT_SPEED ? Speed.NO : Speed.MAYBE;
    }

    private static int version(JsonNode channel, String ability) {
        return channel.path(ability).path("ver").asInt(0);
    }
}
