// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import io.nightjar.ptz.head.Caller;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** Who asks, as the gateway says: it has checked what they may do. */
public class Callers {

    @HeaderParam("X-Nightjar-User")
    @Nullable
    String user;

    @HeaderParam("X-Nightjar-Role")
    @Nullable
    String role;

    @HeaderParam("X-Nightjar-Channel")
    @Nullable
    String channel;

    Caller caller() {
        return new Caller(
                user == null || user.isBlank() ? "Somebody" : user,
                "admin".equals(role),
                channel == null || channel.isBlank() ? null : channel);
    }
}
