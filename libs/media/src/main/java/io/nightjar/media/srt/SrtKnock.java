// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Asks whether somebody waits for SRT at a port, and nothing more: cheap enough for every second. */
public final class SrtKnock {

    private static final int SMALL = 1 << 14;

    private SrtKnock() {}

    public static boolean answers(InetSocketAddress address, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (var wire = Wire.open(address, SMALL)) {
            var opening = new Opening(wire, () -> System.nanoTime() - deadline > 0);
            return opening.induction().cookie() != 0;
        } catch (IOException noAnswer) {
            return false;
        }
    }
}
