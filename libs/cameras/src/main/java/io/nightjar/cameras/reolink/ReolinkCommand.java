// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** One order to a Reolink camera. Its text form hides the parameters. */
public record ReolinkCommand(
        @JsonProperty("cmd") String name,
        @JsonProperty("action") int action,
        @JsonProperty("param") Map<String, Object> parameters) {

    public ReolinkCommand {
        parameters = Map.copyOf(parameters);
    }

    public static ReolinkCommand of(String name) {
        return of(name, Map.of());
    }

    public static ReolinkCommand of(String name, Map<String, Object> parameters) {
        return new ReolinkCommand(name, 0, parameters);
    }

    /** @param channel counted from 0 */
    public static ReolinkCommand ofChannel(String name, int channel) {
        return of(name, Map.of("channel", channel));
    }

    /** Answered with what the values may be, too. */
    ReolinkCommand withRange() {
        return new ReolinkCommand(name, 1, parameters);
    }

    @Override
    public String toString() {
        return name;
    }
}
