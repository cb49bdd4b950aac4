// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One role of a camera as people and programs see it.
 *
 * @param state as in the contracts, or {@code unknown} when nothing recent is known
 * @param servedBy the role whose session serves this one, also where it only stands in for it
 * @param protocol by which the camera is read
 * @param converted what is published was decoded and encoded again
 * @param remark what a person should know although all is well, such as that another role stands in
 * @param readers of the media plane
 */
public record StreamView(
        CameraId camera,
        Role role,
        String state,
        @Nullable Instant since,
        @Nullable Instant at,
        Role servedBy,
        @Nullable String error,
        @Nullable String reason,
        @Nullable String hint,
        @Nullable Instant nextTry,
        int attempt,
        long restarts,
        @Nullable String codec,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @Nullable Long bitrate,
        @Nullable String protocol,
        @Nullable String transport,
        @Nullable Long frameAgeMs,
        @Nullable Boolean bFrames,
        @Nullable Boolean frozen,
        @Nullable Boolean black,
        @Nullable Boolean converted,
        @Nullable String remark,
        int readers,
        Urls urls) {

    /** Where to watch; relative to the page, but for RTSP, which no page can reach. */
    public record Urls(String whep, String hls, String rtsp, String mjpeg, String snapshot) {}
}
