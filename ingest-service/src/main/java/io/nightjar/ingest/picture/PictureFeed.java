// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.picture;

import io.nightjar.ingest.health.PictureCheck;
import io.nightjar.media.Packet;

/** The pictures of one session, taken from its packets on a thread of its own: a slow reader never delays the stream. */
public interface PictureFeed extends StreamPictures.PictureSource, AutoCloseable {

    /** Takes a packet of the video track, with its time since 1970; never waits. */
    void offer(Packet packet);

    PictureCheck.Verdict verdict();

    @Override
    void close();
}
