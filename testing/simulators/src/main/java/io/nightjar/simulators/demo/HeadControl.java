// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.simulators.head.Head;
import java.time.Duration;

/** Shows where a head looks and what it was told, and makes its camera slow to answer. */
final class HeadControl {

    static final String VOCABULARY = "slow?ms=, slow-moves?ms=, hang (moves only), hang-all, normal, forget";

    private HeadControl() {}

    static ObjectNode describe(Head head) {
        var node = ContractsJson.mapper().createObjectNode();
        var view = head.view();
        node.put("pan", view.pan())
                .put("tilt", view.tilt())
                .put("zoom", view.zoom())
                .put("focus", head.focus())
                .put("moving", head.moving());
        var presets = node.putArray("presets");
        head.presets().list().forEach((token, preset) -> presets.addObject()
                .put("token", token)
                .put("name", preset.name()));
        var commands = node.putArray("commands");
        head.commands().all().forEach(command -> commands.addObject()
                .put("at", command.at().toEpochMilli())
                .put("text", command.text()));
        return node;
    }

    /** Carries out what somebody says; false when it means nothing. */
    static boolean tell(Head head, String what, Duration delay) {
        var promptness = head.promptness();
        switch (what) {
            case "slow" -> promptness.slow(delay);
            case "slow-moves" -> promptness.slowMoves(delay);
            case "hang" -> promptness.hangMoves();
            case "hang-all" -> promptness.hang();
            case "normal" -> promptness.normal();
            case "forget" -> head.commands().clear();
            default -> {
                return false;
            }
        }
        return true;
    }
}
