// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/** Takes packets one by one, on the thread that reads or encodes. */
@FunctionalInterface
public interface PacketHandler {
    void packet(Packet packet);
}
