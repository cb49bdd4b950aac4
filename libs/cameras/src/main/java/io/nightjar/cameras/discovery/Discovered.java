// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * A device that answered.
 *
 * @param endpoint by which it is the same device however it answers
 * @param address from which it answered
 * @param name as its owner or maker called it; may be empty, like the hardware
 * @param xaddrs where its device service is: first what can be reached at the address it answered from
 */
public record Discovered(String endpoint, InetAddress address, String name, String hardware, List<URI> xaddrs) {

    public Discovered {
        xaddrs = List.copyOf(xaddrs);
    }
}
