// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.unifi.ProtectHead;
import java.time.Duration;
import java.util.List;

/** What can be asked of a console, whichever way it is signed in to. */
interface Console {

    List<ConsoleCamera> cameras(Duration timeout);

    byte[] snapshot(String channel, Duration timeout);

    /** The head of one of its cameras; nothing is asked yet. */
    ProtectHead head(String channel);

    /** Lets go of the session; the next question begins a new one. */
    void recycle();

    SessionFigures figures();
}
