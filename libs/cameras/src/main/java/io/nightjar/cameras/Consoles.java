// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;

/**
 * Consoles that are signed in to by user and password. Whoever implements it shares one session per console among all
 * cameras and processes.
 */
public interface Consoles {

    /** What a console offers; fails with {@link CameraFailure}. */
    List<ConsoleCamera> cameras(DeviceSpec device, Duration timeout);

    /** A JPEG picture of one of its cameras. */
    byte[] snapshot(DeviceSpec device, String camera, Duration timeout);

    /** For processes without any: every question fails. */
    static Consoles none() {
        return new Consoles() {
            @Override
            public List<ConsoleCamera> cameras(DeviceSpec device, Duration timeout) {
                throw unavailable();
            }

            @Override
            public byte[] snapshot(DeviceSpec device, String camera, Duration timeout) {
                throw unavailable();
            }

            private CameraFailure unavailable() {
                return new CameraFailure(ErrorKind.CONFIG, "Consoles are not signed in to from here; set the alias.");
            }
        };
    }
}
