// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Asks whether a port answers, and nothing more: cheap enough for every second. */
public final class TcpProbe {

    private TcpProbe() {}

    public static boolean answers(InetSocketAddress address, Duration timeout) {
        try (var socket = new Socket()) {
            socket.connect(address, Math.toIntExact(timeout.toMillis()));
            return true;
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
