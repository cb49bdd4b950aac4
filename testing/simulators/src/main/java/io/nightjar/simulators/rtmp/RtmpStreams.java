// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import io.nightjar.simulators.rtsp.Feed;
import java.util.Optional;

/** Which stream a client means; empty makes the server hang up, as cameras do. */
public interface RtmpStreams {

    /**
     * Finds a stream by its address.
     *
     * @param application the first part of the path
     * @param play the rest of the address exactly as the client sent it, query and all
     */
    Optional<Feed> find(String application, String play);
}
