// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.contracts.camera.CameraId;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** A log category per camera, so that one that misbehaves can be looked at closely without the others' noise. */
public final class CameraLog {

    private static final String CATEGORY = "io.nightjar.camera.";

    private CameraLog() {}

    /** Where the details of a camera's sessions go; quiet unless switched on. */
    public static Logger of(CameraId camera) {
        return Logger.getLogger(CATEGORY + camera.value());
    }

    /** Until the next start. */
    public static void details(CameraId camera, boolean on) {
        java.util.logging.Logger.getLogger(CATEGORY + camera.value()).setLevel(on ? Level.FINE : null);
    }
}
