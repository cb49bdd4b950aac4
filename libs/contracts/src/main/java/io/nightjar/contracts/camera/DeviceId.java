// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a console, recorder or bridge that holds sessions for several cameras. Same syntax as a camera id. */
public record DeviceId(@JsonValue String value) {

    @JsonCreator
    public DeviceId {
        if (!CameraId.isValid(value)) {
            throw new IllegalArgumentException(
                    "A device id has the syntax of a camera id (" + CameraId.SYNTAX + "); got \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
