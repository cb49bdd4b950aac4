// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.node;

/** A part that others wrote cannot be had on this machine; the message says why, for people. */
public final class MissingPeer extends Exception {

    MissingPeer(String message) {
        super(message);
    }
}
