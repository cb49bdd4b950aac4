// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What carries streams from their publisher to viewers. Callers have authorised the viewer and asked for the stream;
 * a request for a stream that is about to come waits for it. Replies hold status and words for people; a failed stage
 * is a fault.
 */
public interface MediaPlane extends AutoCloseable {

    /** The name in events and in the API: {@code embedded} or {@code mediamtx}. */
    String engine();

    /** Makes exactly these streams publishable, each as it is sent and for browsers; whatever else is there ends. */
    void streams(Set<StreamId> wanted);

    CompletionStage<MediaReply> hls(MediaPathName path, String file, Map<String, String> query);

    /** A WHEP offer; the reply's {@code Location} is the session's id alone. */
    CompletionStage<MediaReply> offer(MediaPathName path, String sdp);

    CompletionStage<MediaReply> patch(MediaPathName path, String session, SessionPatch patch);

    CompletionStage<MediaReply> delete(MediaPathName path, String session);

    List<PathState> paths();

    /** Hears each change of a path, on any thread. */
    void listen(Consumer<PathState> listener);

    /** The port where RTSP is served. */
    int rtspPort();

    @Override
    void close();
}
