// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamState;
import java.util.EnumSet;
import java.util.Set;

/** When another role's pictures are better than none. Pure. */
public final class StandInRule {

    /** Said of this stream alone, by a camera that answers: trying again soon will not help. */
    private static final Set<ErrorKind> OF_THE_STREAM =
            EnumSet.of(ErrorKind.NOT_FOUND, ErrorKind.CODEC, ErrorKind.CONFIG);

    private static final int ENOUGH = 3;

    private StandInRule() {}

    /**
     * Whether another role should be shown; its own is tried all the while and takes over once it answers.
     *
     * @param shown it is shown already, and stays through the attempts in between
     */
    public static boolean wanted(Situation now, boolean shown) {
        if (!now.wish().run()) {
            return false;
        }
        return switch (now.state()) {
            case StreamState.Backoff backoff -> OF_THE_STREAM.contains(backoff.kind()) || now.failures() >= ENOUGH;
            case StreamState.Rejected rejected -> rejected.kind() != ErrorKind.FORBIDDEN_ADDRESS;
            case StreamState.Connecting connecting -> shown && now.failures() > 0;
            case StreamState.Probing probing -> false;
            case StreamState.Live live -> false;
            case StreamState.Stalled stalled -> false;
            case StreamState.Idle idle -> false;
            case StreamState.Stopped stopped -> false;
        };
    }
}
