// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

/**
 * The order of the gateway's routes; lower comes first, and a filter's number counts downwards. Other routes of the
 * process, packager's too, come after.
 */
public final class Routes {
    /** The guard of internal routes, at 10 000, comes before this. */
    public static final int PAGE_FILTER = 3_000;

    /** Who asks is found out before anything is answered. */
    public static final int SESSION_FILTER = 2_000;

    public static final int CHANNELS = -1_000;

    /** After everything that could answer. */
    public static final int LAST = 1_000_000;

    private Routes() {}
}
