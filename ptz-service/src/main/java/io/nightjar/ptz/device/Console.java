// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.ConsoleCamera;
import java.time.Duration;
import java.util.List;

/** What can be asked of a console, whichever way it is signed in to. */
interface Console {

    List<ConsoleCamera> cameras(Duration timeout);

    byte[] snapshot(String channel, Duration timeout);

    /** Lets go of the session; the next question begins a new one. */
    void recycle();

    SessionFigures figures();
}
