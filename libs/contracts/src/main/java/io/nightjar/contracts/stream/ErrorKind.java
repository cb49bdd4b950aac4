// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.stream;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a stream failed, as far as it changes what happens next or what a person should try. */
public enum ErrorKind {
    AUTH("Check user and password. Some cameras lock an account after a few wrong tries."),
    REFUSED("Check that the camera is on and that the port is right."),
    NO_ROUTE("Check the address, and that this machine can reach the camera's network."),
    TIMEOUT("Check that the camera is on and reachable; a slow link or a busy camera can also cause this."),
    DNS("Check the host name, or use the camera's address."),
    TLS("Check the camera's certificate, or use the address without TLS."),
    NOT_FOUND("Check the path of the stream's address in the camera's manual."),
    CODEC("Choose H.264 in the camera's settings for this stream."),
    PROTOCOL("The camera answered in a way that is not understood; check that the address is a video stream."),
    RESET("The camera closed the connection; it may be restarting or out of sessions."),
    SHORT_READ("The connection broke in the middle of a frame; check cable, switch and Wi-Fi."),
    EOF("The camera ended the stream; it may be restarting."),
    NO_FRAMES("The connection is open but no picture arrives; restarting the camera often helps."),
    FORBIDDEN_ADDRESS("Cameras added in the page may not point at this machine or at internal addresses."),
    CONFIG("Correct the camera's settings."),
    MEDIA_PLANE("The media server is restarting or cannot be reached; this mends itself."),
    UNSUPPORTED("The camera cannot do this; its maker may offer a newer firmware or another model."),
    @JsonEnumDefaultValue
    INTERNAL("This is a fault in Nightjar; the log has the details.");

    private final String hint;

    ErrorKind(String hint) {
        this.hint = hint;
    }

    /** What the operator can try. */
    public String hint() {
        return hint;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
