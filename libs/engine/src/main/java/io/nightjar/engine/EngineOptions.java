// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine;

import java.util.List;

/**
 * Where the engine listens.
 *
 * @param host {@code 127.0.0.1}, or {@code 0.0.0.0} to let other machines in
 * @param rtspPort 0 for any free one
 * @param webrtcPort one UDP port for all sessions; 0 for any free one
 * @param addresses names or addresses told to WebRTC players; empty for those of the interfaces listened on
 */
public record EngineOptions(String host, int rtspPort, int webrtcPort, List<String> addresses) {

    public EngineOptions {
        addresses = List.copyOf(addresses);
    }
}
