// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.time.Duration;

/**
 * How patient and how large.
 *
 * @param listed complete segments in a playlist
 * @param patience how long a first request waits for its stream
 * @param idle after so long without a request a stream is muxed no more
 */
record HlsOptions(int listed, Duration patience, Duration idle) {
    static final HlsOptions DEFAULT = new HlsOptions(7, Duration.ofSeconds(10), Duration.ofSeconds(60));
}
