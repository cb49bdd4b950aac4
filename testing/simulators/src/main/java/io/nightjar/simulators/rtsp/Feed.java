// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.Packetizer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the coded pictures of one profile come from. Runs only while somebody watches; safe to use from any thread. */
public interface Feed extends AutoCloseable {

    int PAYLOAD_TYPE = 96;

    /**
     * One coded picture.
     *
     * @param ticks when it is shown, in 90 kHz
     * @param epochMicros when it was taken
     * @param key a decoder can begin here
     */
    record Unit(List<byte[]> nals, long ticks, long epochMicros, boolean key) {}

    /** Takes pictures in coding order, on a thread of the feed. */
    interface Viewer {
        void picture(Unit unit);

        /** Nothing comes any more; also said on a thread of the feed. */
        default void left() {}
    }

    /** The stream as an SDP section with the parameter sets that are valid now. */
    CompletionStage<SdpMedia> describe(String control);

    Packetizer packetizer();

    void watch(Viewer viewer);

    void leave(Viewer viewer);

    /** Who watches now, whatever the protocol. */
    int viewers();

    /** Who has watched since the start. */
    int viewersEver();

    /** Pictures encoded since the start. */
    long pictures();

    @Override
    void close();
}
