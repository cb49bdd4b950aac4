// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The head of one Eufy camera. It goes in steps and has four positions to remember. Fails with {@link CameraFailure}. */
public final class EufyHead {

    public static final int PRESETS = 4;

    /** The version of the bridge's language that has positions. */
    private static final int PRESET_SCHEMA = 21;

    private final EufyBridge bridge;
    private final String serial;

    EufyHead(EufyBridge bridge, String serial) {
        this.bridge = bridge;
        this.serial = serial;
    }

    /** What a head can do; a camera without a motor can do none of it. */
    public record Skills(boolean steps, boolean presets) {}

    public Skills skills(Duration timeout) {
        var commands = BridgeTalk.commands(bridge.ask(serial, "get_commands", timeout));
        var presets =
                commands.containsAll(List.of(BridgeTalk.GOTO_PRESET, BridgeTalk.SAVE_PRESET, BridgeTalk.DELETE_PRESET));
        return new Skills(
                commands.contains(BridgeTalk.PAN_AND_TILT),
                presets && bridge.state().schema() >= PRESET_SCHEMA);
    }

    /** What the vendor calls it, and what its owner does. */
    public record Names(String model, String name) {}

    public Names names(Duration timeout) {
        var properties = bridge.ask(serial, "get_properties", timeout).path("properties");
        return new Names(text(properties, "model"), text(properties, "name"));
    }

    /**
     * One step. Waits until the camera has made it.
     *
     * @param wanted asked once the step before is over: what was let go of meanwhile is not sent
     */
    public boolean step(EufyDirection direction, BooleanSupplier wanted, Duration timeout) {
        var order = new EufyBridge.Order(BridgeTalk.PAN_AND_TILT, "direction", direction.number());
        return bridge.order(serial, order, wanted, timeout);
    }

    /** @param position from 0 to 3 */
    public void gotoPreset(int position, Duration timeout) {
        preset(BridgeTalk.GOTO_PRESET, position, timeout);
    }

    public void savePreset(int position, Duration timeout) {
        preset(BridgeTalk.SAVE_PRESET, position, timeout);
    }

    public void deletePreset(int position, Duration timeout) {
        preset(BridgeTalk.DELETE_PRESET, position, timeout);
    }

    private void preset(String command, int position, Duration timeout) {
        if (bridge.state().ready() && bridge.state().schema() < PRESET_SCHEMA) {
            throw new CameraFailure(ErrorKind.UNSUPPORTED, "The Eufy bridge is too old for positions; update it.");
        }
        bridge.order(serial, new EufyBridge.Order(command, "position", position), () -> true, timeout);
    }

    private static String text(JsonNode properties, String name) {
        return properties.path(name).asText("");
    }
}
