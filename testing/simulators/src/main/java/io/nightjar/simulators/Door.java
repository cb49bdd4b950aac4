// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import java.time.Duration;

/** One port of a simulated device, on loopback. Its methods wait for their effect: never call them on an event loop. */
public interface Door extends AutoCloseable {

    String HOST = "127.0.0.1";

    /** Stays the same while the door is shut. */
    int port();

    /** Accepts connections; does nothing while it already does. */
    void listen();

    /** Closes the port and every connection. */
    void refuse();

    /** Closes every connection and accepts new ones. */
    void drop();

    /** Connections accepted since the start. */
    int connectionsOpened();

    int connectionsOpen();

    /** Time it took to answer all requests since the start, where there are such. */
    default Duration answering() {
        return Duration.ZERO;
    }

    @Override
    void close();
}
