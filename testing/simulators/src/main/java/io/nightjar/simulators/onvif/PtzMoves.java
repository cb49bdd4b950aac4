// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Wish;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What makes the head move, and stop, in the device's way. Each order is noted down before it is carried out or refused. */
final class PtzMoves {

    private static final Duration VERY_LONG = Duration.ofHours(1);

    private final Head head;
    private final Switches<OnvifSwitch> switches;

    PtzMoves(Head head, Switches<OnvifSwitch> switches) {
        this.head = head;
        this.switches = switches;
    }

    String continuously(Parts parts) {
        var velocity = WishText.read(parts.required("Velocity"));
        var timeout = parts.optionalText("Timeout").map(PtzMoves::duration).orElse(Head.LONGEST);
        parts.end();
        note("ContinuousMove", velocity);
        if (!velocity.within(-1, 1)) {
            throw Fault.sender("The requested velocity is out of bounds.", "ter:InvalidArgVal", "ter:InvalidVelocity");
        }
        if (!ignored(velocity)) {
            head.move(velocity, switches.isOn(OnvifSwitch.ENDLESS_MOVES) ? VERY_LONG : timeout);
        }
        return "";
    }

    private boolean ignored(Wish velocity) {
        boolean mixed = velocity.pan().isPresent() && velocity.zoom().isPresent();
        boolean diagonal = velocity.pan().orElse(0.0) != 0 && velocity.tilt().orElse(0.0) != 0;
        return (mixed && switches.isOn(OnvifSwitch.IGNORES_MIXED))
                || (diagonal && switches.isOn(OnvifSwitch.IGNORES_DIAGONALS));
    }

    String relatively(Parts parts) {
        var way = WishText.read(parts.required("Translation"));
        var speed = speed(parts);
        parts.end();
        note("RelativeMove", way);
        positionsKnown();
        head.shift(way, speed);
        return "";
    }

    String absolutely(Parts parts) {
        var position = WishText.read(parts.required("Position"));
        var speed = speed(parts);
        parts.end();
        note("AbsoluteMove", position);
        positionsKnown();
        if (!head.holds(position)) {
            throw Fault.sender("The requested position is out of bounds.", "ter:InvalidArgVal", "ter:InvalidPosition");
        }
        head.seek(position, speed);
        return "";
    }

    private void positionsKnown() {
        if (switches.isOn(OnvifSwitch.CONTINUOUS_ONLY)) {
            throw Fault.notSupported();
        }
    }

    /** Neither part mentioned means both. */
    String stop(Parts parts) {
        var panTilt = parts.optionalText("PanTilt").map(PtzMoves::yes);
        var zoom = parts.optionalText("Zoom").map(PtzMoves::yes);
        parts.end();
        boolean all = panTilt.isEmpty() && zoom.isEmpty();
        boolean turns = all || panTilt.orElse(false);
        boolean lens = all || zoom.orElse(false);
        head.commands().record("Stop panTilt=" + turns + " zoom=" + lens);
        if (switches.isOn(OnvifSwitch.NO_STOP)) {
            throw Fault.receiver("Action Not Implemented", "ter:ActionNotSupported");
        }
        if (switches.isOn(OnvifSwitch.STOPS_FAIL)) {
            throw Fault.receiver("The device is busy.", "ter:Action");
        }
        head.stop(turns, lens);
        return "";
    }

    String home(Parts parts) {
        var speed = speed(parts);
        parts.end();
        head.commands().record("GotoHomePosition");
        head.seek(Wish.of(head.home()), speed);
        return "";
    }

    static Optional<Wish> speed(Parts parts) {
        return parts.optional("Speed").map(WishText::read);
    }

    private void note(String operation, Wish wish) {
        head.commands().record(operation + " " + WishText.note(wish));
    }

    private static boolean yes(String text) {
        return text.equals("true") || text.equals("1");
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException none) {
            throw Fault.malformed("the timeout is no duration");
        }
    }
}
