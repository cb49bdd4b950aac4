// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * A bridge, for people.
 *
 * @param connected it takes orders
 * @param captcha the picture to type off, as a data URL
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BridgeView(
        String device,
        String vendor,
        boolean connected,
        BridgeNeed needs,
        @Nullable String captcha,
        @Nullable ErrorKind error,
        @Nullable String reason) {

    static BridgeView of(Bridges.View view) {
        var state = view.state();
        var refusal = state.refusal();
        return new BridgeView(
                view.device().id().value(),
                view.device().vendor().wire(),
                state.ready(),
                state.needs(),
                state.captcha(),
                refusal.map(why -> why.kind()).orElse(null),
                refusal.map(why -> why.sentence()).orElse(null));
    }
}
