// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import io.nightjar.simulators.head.Head;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera that a bridge knows.
 *
 * @param serial begins with its model
 * @param head null where it has no motor
 * @param positions it remembers four of them
 */
public record BridgeCamera(
        String serial, String name, @Nullable Head head, boolean positions) {

    private static final List<String> ALWAYS = List.of("deviceStartLivestream", "deviceStopLivestream");
    private static final List<String> POSITIONS =
            List.of("devicePresetPosition", "deviceSavePresetPosition", "deviceDeletePresetPosition");

    /** A T8416, which turns, and remembers positions. */
    public static BridgeCamera turning(String serial, String name, Head head) {
        return new BridgeCamera(serial, name, head, true);
    }

    /** A T8419 or T8441, which stands still. */
    public static BridgeCamera fixed(String serial, String name) {
        return new BridgeCamera(serial, name, null, false);
    }

    String model() {
        return serial.substring(0, 5);
    }

    /** In the words of the library behind the bridge. */
    List<String> commands() {
        var commands = new ArrayList<>(ALWAYS);
        if (head != null) {
            commands.add("devicePanAndTilt");
        }
        if (positions) {
            commands.addAll(POSITIONS);
        }
        return commands;
    }
}
