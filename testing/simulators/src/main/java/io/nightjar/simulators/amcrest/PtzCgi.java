// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.Promptness.Order;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves the head. Orders take effect when they arrive, however late they are answered; numbers instead of words for codes
 * are bad requests, as on the real ones.
 */
final class PtzCgi implements Cgi {

    private static final String OK = "OK";

    private final @Nullable Head head;
    private final DeviceSetup setup;
    private final Channels channels;
    private final Switches<AmcrestSwitch> switches;
    private final CgiAnswers answers;

    PtzCgi(DeviceSetup setup, Channels channels, Switches<AmcrestSwitch> switches, CgiAnswers answers) {
        this.head = setup.head();
        this.setup = setup;
        this.channels = channels;
        this.switches = switches;
        this.answers = answers;
    }

    @Override
    public void answer(HttpServerRequest request) {
        var action = request.getParam("action", "");
        var moved = head;
        if (!channels.names(request.getParam("channel", ""))) {
            answers.badRequest(request);
        } else if (action.equals("getCurrentProtocolCaps")) {
            caps(request);
        } else if (moved == null) {
            answers.badRequest(request);
        } else {
            carryOut(request, action, moved);
        }
    }

    private void caps(HttpServerRequest request) {
        if (switches.isOn(AmcrestSwitch.NO_PTZ_CAPS)) {
            answers.badRequest(request);
        } else {
            reply(request, Order.OTHER, PtzText.caps(head != null));
        }
    }

    private void carryOut(HttpServerRequest request, String action, Head moved) {
        switch (action) {
            case "start", "stop" -> order(request, action, moved);
            case "SetPreset" -> finished(request, Order.OTHER, name(request, moved));
            case "moveRelatively" -> finished(request, Order.MOVE, step(request, moved));
            case "getStatus" -> reply(request, Order.OTHER, PtzText.status(moved, plainPosition()));
            case "getPresets" -> presets(request, moved);
            default -> answers.badRequest(request);
        }
    }

    private void order(HttpServerRequest request, String action, Head moved) {
        var arguments = PtzArguments.of(request);
        if (arguments.isEmpty()) {
            answers.badRequest(request);
            return;
        }
        var words = new PtzWords(moved, switches);
        boolean start = action.equals("start");
        boolean known = start ? words.start(arguments.get()) : words.stop(arguments.get());
        finished(request, start ? words.about(arguments.get()) : Order.STOP, known);
    }

    private boolean name(HttpServerRequest request, Head moved) {
        var place = request.getParam("arg1", "");
        var name = request.getParam("arg2", "");
        if (switches.isOn(AmcrestSwitch.PRESET_NAMES_FIXED) || !PtzWords.isPlace(place) || name.isEmpty()) {
            return false;
        }
        moved.commands().record("name-preset " + place);
        var view = moved.presets().find(place).map(preset -> preset.view()).orElseGet(moved::view);
        moved.presets().store(place, name, view);
        return true;
    }

    private boolean step(HttpServerRequest request, Head moved) {
        var arguments = PtzArguments.of(request).filter(given -> given.within(-1, 1));
        if (switches.isOn(AmcrestSwitch.POSITIONS_REFUSED) || arguments.isEmpty()) {
            return false;
        }
        new PtzWords(moved, switches).step(arguments.get());
        return true;
    }

    private void presets(HttpServerRequest request, Head moved) {
        var lines = PtzText.presets(moved);
        if (lines.isEmpty() && switches.isOn(AmcrestSwitch.NO_PRESETS_IS_ERROR)) {
            answers.badRequest(request);
        } else {
            reply(request, Order.OTHER, lines);
        }
    }

    private boolean plainPosition() {
        return switches.isOn(AmcrestSwitch.PLAIN_POSITION);
    }

    private void finished(HttpServerRequest request, Order order, boolean done) {
        if (done) {
            reply(request, order, List.of(OK));
        } else {
            answers.badRequest(request);
        }
    }

    private void reply(HttpServerRequest request, Order order, List<String> lines) {
        var moved = head;
        if (moved == null) {
            answers.lines(request, lines.toArray(String[]::new));
            return;
        }
        moved.promptness()
                .due(order, setup.vertx())
                .onSuccess(due -> answers.lines(request, lines.toArray(String[]::new)));
    }
}
