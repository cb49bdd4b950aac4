// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

/** What a Eufy bridge may be up to. */
public enum BridgeSwitch {
    /** The cameras' station is unplugged: orders are taken, and fail later. */
    STATION_AWAY,
    /** Orders are taken, carried out, and never confirmed. */
    UNCONFIRMED,
    /** A battery camera sleeps: orders are kept, and carried out all together once it wakes up. */
    ASLEEP,
    /** Nothing is answered but pings, and no event comes; the connection stays open. */
    SILENT
}
