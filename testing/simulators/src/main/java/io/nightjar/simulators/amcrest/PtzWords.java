// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Promptness.Order;
import io.nightjar.simulators.head.Way;
import io.nightjar.simulators.head.Wish;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the words for movements mean. A movement goes on until it is stopped: nothing ends it otherwise. */
final class PtzWords {

    static final int PLACES = 80;

    private static final Duration FOR_EVER = Duration.ofHours(12);
    private static final double FASTEST = 8;
    /** Of the lens, where no speed is given. */
    private static final double USUAL = 5;

    private static final Map<String, Integer> ZOOMS = Map.of("ZoomTele", 1, "ZoomWide", -1);
    private static final Map<String, Integer> FOCUSES = Map.of("FocusFar", 1, "FocusNear", -1);
    private static final Set<String> POSITIONS = Set.of("PositionABS", "GotoPreset");

    private final Head head;
    private final Switches<AmcrestSwitch> switches;

    PtzWords(Head head, Switches<AmcrestSwitch> switches) {
        this.head = head;
        this.switches = switches;
    }

    static boolean isPlace(String text) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= PLACES;
    }

    Order about(PtzArguments given) {
        return movement(given.code()) || POSITIONS.contains(given.code()) ? Order.MOVE : Order.OTHER;
    }

    /** False for what it does not know. */
    boolean start(PtzArguments given) {
        return movement(given.code())
                ? given.within(0, FASTEST) && given.arg3() == 0 && move(given)
                : place(given) || position(given);
    }

    private static boolean movement(String code) {
        return Way.BY_WORD.containsKey(code) || ZOOMS.containsKey(code) || FOCUSES.containsKey(code);
    }

    private boolean move(PtzArguments given) {
        var turn = Way.BY_WORD.get(given.code());
        if (turn != null) {
            turn(turn, given);
        } else if (ZOOMS.containsKey(given.code())) {
            double speed = ZOOMS.getOrDefault(given.code(), 0) * lens(given);
            head.commands().record("move zoom=" + number(speed));
            head.move(Wish.zoom(speed), FOR_EVER);
        } else {
            double speed = FOCUSES.getOrDefault(given.code(), 0) * lens(given);
            head.commands().record("move focus=" + number(speed));
            head.moveFocus(speed, FOR_EVER);
        }
        return true;
    }

    /** With a speed of 0 it answers OK, and nothing moves. */
    private void turn(Way way, PtzArguments given) {
        boolean diagonal = way.pan() != 0 && way.tilt() != 0;
        double pan = way.pan() * given.arg2() / FASTEST;
        double tilt = way.tilt() * (diagonal ? given.arg1() : given.arg2()) / FASTEST;
        head.commands().record("move pan=" + number(pan) + " tilt=" + number(tilt));
        head.move(Wish.turn(pan, tilt), FOR_EVER);
    }

    private static double lens(PtzArguments given) {
        return (given.arg2() == 0 ? USUAL : given.arg2()) / FASTEST;
    }

    private boolean place(PtzArguments given) {
        if (!isPlace(given.place())) {
            return false;
        }
        return switch (given.code()) {
            case "SetPreset" -> {
                head.commands().record("save-preset " + given.place());
                var before = head.presets().find(given.place());
                head.presets()
                        .store(
                                given.place(),
                                before.map(preset -> preset.name()).orElse("Preset" + given.place()));
                yield true;
            }
            case "GotoPreset" -> {
                head.commands().record("goto-preset " + given.place());
                yield head.presets().goTo(given.place());
            }
            case "ClearPreset" -> {
                head.commands().record("remove-preset " + given.place());
                yield head.presets().remove(given.place());
            }
            default -> false;
        };
    }

    private boolean position(PtzArguments given) {
        if (!given.code().equals("PositionABS") || switches.isOn(AmcrestSwitch.POSITIONS_REFUSED)) {
            return false;
        }
        var target = PtzText.view(given.arg1(), given.arg2(), given.arg3());
        head.commands()
                .record("position pan=" + number(target.pan()) + " tilt=" + number(target.tilt()) + " zoom="
                        + number(target.zoom()));
        head.seek(Wish.of(target));
        return true;
    }

    void step(PtzArguments given) {
        head.commands()
                .record("step pan=" + number(given.arg1()) + " tilt=" + number(given.arg2()) + " zoom="
                        + number(given.arg3()));
        head.shift(Wish.of(given.arg1(), given.arg2(), given.arg3()));
    }

    /** Whatever moves, by the word for any movement; on some firmware only what the word is about. */
    boolean stop(PtzArguments given) {
        if (!movement(given.code())) {
            return false;
        }
        head.commands().record("stop");
        if (!switches.isOn(AmcrestSwitch.STOP_BY_WORD)) {
            head.stop();
        } else if (Way.BY_WORD.containsKey(given.code())) {
            head.stop(true, false);
        } else if (ZOOMS.containsKey(given.code())) {
            head.move(Wish.zoom(0), Duration.ZERO);
        } else {
            head.moveFocus(0, Duration.ZERO);
        }
        return true;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
