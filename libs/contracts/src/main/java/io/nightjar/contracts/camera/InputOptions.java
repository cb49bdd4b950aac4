// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a source is opened and read. Each value is null for what suits its protocol and vendor.
 *
 * @param openTimeoutMs until the tracks must be known; for snapshots, until a picture must have come
 * @param readTimeoutMs for one packet
 * @param probeMicros how much of a source may be looked at to find its formats
 * @param probeBytes likewise, in bytes
 * @param bufferBytes the socket's receive buffer
 * @param maxDelayMicros how long a late UDP packet is waited for
 * @param reconnectDelaySeconds longest wait between attempts of one HTTP session that broke
 * @param realtime read at the pace of its timestamps: for files, never for live sources
 * @param fps pictures asked for per second: snapshots and local cameras
 * @param width size asked for: snapshots and local cameras
 * @param height size asked for: snapshots and local cameras
 * @param pixelFormat of a local camera, such as {@code mjpeg} or {@code yuyv422}
 * @param frameSkip of this many pictures plus one, one is decoded for snapshots and MJPEG
 * @param highWatermark how many packets may wait for the media plane before whole groups of pictures are dropped
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputOptions(
        @Nullable Integer openTimeoutMs,
        @Nullable Integer readTimeoutMs,
        @Nullable Integer probeMicros,
        @Nullable Integer probeBytes,
        @Nullable Integer bufferBytes,
        @Nullable Integer maxDelayMicros,
        @Nullable Integer reconnectDelaySeconds,
        @Nullable Boolean realtime,
        @Nullable Double fps,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String pixelFormat,
        @Nullable Integer frameSkip,
        @Nullable Integer highWatermark) {

    public static final InputOptions NONE =
            new InputOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** These, and those of the other where these say nothing. */
    public InputOptions or(InputOptions other) {
        return new InputOptions(
                first(openTimeoutMs, other.openTimeoutMs),
                first(readTimeoutMs, other.readTimeoutMs),
                first(probeMicros, other.probeMicros),
                first(probeBytes, other.probeBytes),
                first(bufferBytes, other.bufferBytes),
                first(maxDelayMicros, other.maxDelayMicros),
                first(reconnectDelaySeconds, other.reconnectDelaySeconds),
                first(realtime, other.realtime),
                first(fps, other.fps),
                first(width, other.width),
                first(height, other.height),
                first(pixelFormat, other.pixelFormat),
                first(frameSkip, other.frameSkip),
                first(highWatermark, other.highWatermark));
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
        return own == null ? other : own;
    }
}
