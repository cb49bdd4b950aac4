// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.media.MediaException;
import io.nightjar.media.Packet;
import io.nightjar.media.RtspPublisher;
import io.nightjar.media.TrackFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The packager's RTSP server. The supplier fails with {@link MediaPlaneFailure} while it is unknown. Its address is asked for each time: a packager that restarts may come back elsewhere. */
public final class RtspMediaPlane implements MediaPlane {

    /** Short, because it is on this machine or in this cluster, and because stopping waits for it. */
    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    private final Supplier<String> baseUrl;
    private final String user;
    private final String password;

    public RtspMediaPlane(Supplier<String> baseUrl, String user, String password) {
        this.baseUrl = baseUrl;
        this.user = user;
        this.password = password;
    }

    @Override
    public Publication publish(MediaPathName path, List<TrackFormat> formats, Instant start) {
        try {
            return new RtspPublication(RtspPublisher.open(address(path), formats, start, TIMEOUT));
        } catch (MediaException failure) {
            throw new MediaPlaneFailure(failure.kind().wire(), failure);
        }
    }

    private String address(MediaPathName path) {
        var base = baseUrl.get();
        int authority = base.indexOf("://") + 3;
        return base.substring(0, authority) + user + ":" + password + "@" + base.substring(authority) + "/" + path;
    }

    private record RtspPublication(RtspPublisher publisher) implements Publication {
        @Override
        public void write(Packet packet) {
            try {
                publisher.write(packet);
            } catch (MediaException failure) {
                throw new MediaPlaneFailure(failure.kind().wire(), failure);
            }
        }

        @Override
        public void interrupt() {
            publisher.interrupt();
        }

        @Override
        public void close() {
            publisher.close();
        }
    }
}
