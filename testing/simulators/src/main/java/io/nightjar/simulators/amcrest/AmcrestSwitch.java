// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.http.MultipartDefect;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an Amcrest or Dahua camera may be set to, or up to. */
public enum AmcrestSwitch {
    /** Each proof of the password needs a nonce of its own. */
    SINGLE_USE_NONCES(null),
    /** CGI wants Basic, as very old devices do. */
    BASIC_ONLY(null),
    /** The first channel is 0 rather than 1. */
    CHANNELS_FROM_ZERO(null),
    /** Errors come as 200 with a text that begins with Error. */
    ERRORS_AS_OK(null),
    /** The small stream is not set to MJPEG. */
    MJPEG_OFF(null),
    /** Snapshots fail: their encoder is switched off. */
    SNAPSHOT_OFF(null),
    RTSP_OFF(null),
    /** A stop ends only what its word is about; usually it ends everything. */
    STOP_BY_WORD(null),
    /** Does not say what its head can do. */
    NO_PTZ_CAPS(null),
    /** Cannot be sent to positions, nor by ways. */
    POSITIONS_REFUSED(null),
    /** Says its position as the manual has it. */
    PLAIN_POSITION(null),
    /** Gives presets names of its own. */
    PRESET_NAMES_FIXED(null),
    /** Having no presets is an error. */
    NO_PRESETS_IS_ERROR(null),
    NO_PART_LENGTH(MultipartDefect.NO_LENGTH),
    WRONG_PART_LENGTH(MultipartDefect.WRONG_LENGTH),
    SPACED_BOUNDARY(MultipartDefect.SPACED_BOUNDARY),
    NEWLINES_ONLY(MultipartDefect.NEWLINES_ONLY);

    private final @Nullable MultipartDefect defect;

    AmcrestSwitch(@Nullable MultipartDefect defect) {
        this.defect = defect;
    }

    Optional<MultipartDefect> defect() {
        return Optional.ofNullable(defect);
    }
}
