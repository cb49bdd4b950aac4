// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import io.nightjar.rtsp.publish.PublishFailure;
import io.nightjar.rtsp.publish.RtspPublisher;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The packager's RTSP server. The supplier fails with {@link MediaPlaneFailure} while it is unknown. Its address is asked
 * for each time: a packager that restarts may come back elsewhere.
 */
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
        long startMicros = ChronoUnit.MICROS.between(Instant.EPOCH, start);
        var tracks = IntStream.range(0, formats.size())
                .mapToObj(index -> new RtpTrack(formats.get(index), index, startMicros))
                .toList();
        try {
            var announced = tracks.stream().map(RtpTrack::announced).toList();
            return new RtspPublication(
                    RtspPublisher.open(URI.create(baseUrl.get() + "/" + path), user, password, announced, TIMEOUT),
                    tracks);
        } catch (PublishFailure failure) {
            throw lost(failure);
        }
    }

    private static MediaPlaneFailure lost(PublishFailure failure) {
        return new MediaPlaneFailure(failure.kind().name().toLowerCase(Locale.ROOT), failure);
    }

    private record RtspPublication(RtspPublisher publisher, List<RtpTrack> tracks) implements Publication {

        @Override
        public boolean offer(Packet packet) {
            try {
                return publisher.offer(
                        packet.track(), tracks.get(packet.track()).units(packet));
            } catch (PublishFailure failure) {
                throw lost(failure);
            }
        }

        @Override
        public void write(Packet packet) {
            try {
                publisher.write(packet.track(), tracks.get(packet.track()).units(packet));
            } catch (PublishFailure failure) {
                throw lost(failure);
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
