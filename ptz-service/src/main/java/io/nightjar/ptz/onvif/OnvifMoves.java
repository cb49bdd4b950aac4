// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.onvif.MovingParts.Parts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves one head over a link, and knows what it set moving. Several calls at once may be under way. */
final class OnvifMoves {

    /** Devices need not take less, nor fractions of it. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final MovingParts moving;

    OnvifMoves(MovingParts moving) {
        this.moving = moving;
    }

    /**
     * Names only what moves, one part in each request: some devices ignore requests that name head and lens, although what
     * is not named goes on as it did. So what moved before and should not any more is stopped first.
     */
    void move(OnvifLink link, Velocity velocity, Duration atMost, long ticket) {
        var ordered = new Parts(
                link.abilities().panTilt() && (velocity.pan() != 0 || velocity.tilt() != 0),
                link.abilities().zoom() && velocity.zoom() != 0,
                link.abilities().focus() && velocity.focus() != 0);
        if (!ordered.any()) {
            throw unsupported("The camera cannot move this way; it can " + able(link) + ".");
        }
        halt(link, moving.begin(ordered), ticket);
        var timeout = Optional.of(whole(atMost));
        if (ordered.head()) {
            var turning = link.spaces().turning(velocity.pan(), velocity.tilt());
            link.client().ptz().continuousMove(link.profile(), turning, timeout);
        }
        if (ordered.zoom()) {
            link.client().ptz().continuousMove(link.profile(), link.spaces().zooming(velocity.zoom()), timeout);
        }
        if (ordered.focus()) {
            var speed = link.focus().orElseThrow().signed(velocity.focus());
            link.client().imaging().moveFocus(link.source(), speed);
        }
    }

    /** Stops these parts of it only. */
    private void halt(OnvifLink link, Parts parts, long ticket) {
        if (!parts.any()) {
            return;
        }
        if (parts.head() || parts.zoom()) {
            link.client().ptz().stop(link.profile(), parts.head(), parts.zoom());
        }
        if (parts.focus()) {
            link.client().imaging().stopFocus(link.source());
        }
        moving.ended(parts, ticket);
    }

    /** Everything, and the head in any case: somebody else may have set it moving. */
    void stop(OnvifLink link, long ticket) {
        try {
            boolean zooms = link.abilities().zoom();
            link.client().ptz().stop(link.profile(), link.abilities().panTilt() || !zooms, zooms);
        } finally {
            if (moving.now().focus()) {
                link.client().imaging().stopFocus(link.source());
            }
        }
        moving.ended(Parts.ALL, ticket);
    }

    void moveTo(OnvifLink link, Position position) {
        var place = link.spaces().place(position).orElseThrow(() -> unsupported("The camera cannot go to a position."));
        travel(link, ptz -> ptz.client().ptz().absoluteMove(ptz.profile(), place, Optional.empty()));
    }

    void moveBy(OnvifLink link, double pan, double tilt, double zoom) {
        var way = link.spaces()
                .way(pan, tilt, zoom)
                .orElseThrow(() -> unsupported("The camera cannot move by a way over ONVIF."));
        travel(link, ptz -> ptz.client().ptz().relativeMove(ptz.profile(), way, Optional.empty()));
    }

    /** On the way to somewhere, head and lens both move. */
    void travel(OnvifLink link, Consumer<OnvifLink> order) {
        moving.setOut(Parts.HEAD_AND_ZOOM);
        order.accept(link);
    }

    static CameraFailure unsupported(String sentence) {
        return new CameraFailure(ErrorKind.UNSUPPORTED, sentence);
    }

    private static String able(OnvifLink link) {
        var abilities = link.abilities();
        if (abilities.panTilt()) {
            return abilities.zoom() ? "turn and zoom" : "turn";
        }
        return abilities.zoom() ? "zoom" : "only go to presets";
    }

    private static Duration whole(Duration atMost) {
        var seconds = Duration.ofSeconds(atMost.plusMillis(999).toSeconds());
        return seconds.compareTo(LEAST) < 0 ? LEAST : seconds;
    }
}
