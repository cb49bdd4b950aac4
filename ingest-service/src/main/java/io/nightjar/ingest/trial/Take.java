// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.ingest.choice.Trial;
import io.nightjar.ingest.session.CameraSession;
import io.nightjar.ingest.session.Opened;
import io.nightjar.media.Packet;
import io.nightjar.media.PictureDecoder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One address opened, watched for a moment, and its first picture developed. */
final class Take {

    /** Enough to tell the rate. */
    private static final Duration LOOK = Duration.ofMillis(1_500);

    private static final int PICTURE_WIDTH = 960;
    private static final int QUALITY = 80;

    private final Role role;
    private final Candidate candidate;
    private final CameraSession session;
    private byte @Nullable [] picture;

    Take(Role role, Candidate candidate, CameraSession session) {
        this.role = role;
        this.candidate = candidate;
        this.session = session;
    }

    /** Waits; the session is closed afterwards. Fails with {@link CameraFailure}. */
    TrialResult.Stream run(Steps steps) {
        long begun = System.nanoTime();
        try (session) {
            var opened = session.open();
            long ms = millisSince(begun);
            steps.passed(Steps.Name.REACH, "The camera answers.", ms);
            steps.passed(Steps.Name.SIGN_IN, "The camera lets us in.", ms);
            steps.passed(Steps.Name.STREAMS, "The camera has the stream.", ms);
            var seen = watch(opened);
            steps.passed(Steps.Name.VIDEO, "Pictures come.", millisSince(begun));
            return stream(opened, seen);
        }
    }

    /** The first picture as JPEG; empty when none could be decoded. */
    Optional<byte[]> picture() {
        return Optional.ofNullable(picture);
    }

    void interrupt() {
        session.interrupt();
    }

    private Trial watch(Opened opened) {
        var seen = new Trial(opened.tracks());
        try (var decoder = PictureDecoder.open(opened.picture(), Duration.ZERO)) {
            long until = System.nanoTime() + LOOK.toNanos();
            boolean more = true;
            while (more && (System.nanoTime() < until || picture == null)) {
                more = session.read(packet -> look(packet, opened.video(), seen, decoder));
            }
        }
        if (picture == null) {
            throw new CameraFailure(ErrorKind.CODEC, "Pictures come, but none can be decoded.");
        }
        return seen;
    }

    private void look(Packet packet, int video, Trial seen, PictureDecoder decoder) {
        seen.packet(packet);
        if (picture == null && packet.track() == video && decoder.accept(packet, true)) {
            decoder.jpeg(PICTURE_WIDTH, QUALITY).ifPresent(jpeg -> picture = jpeg.bytes());
        }
    }

    private TrialResult.Stream stream(Opened opened, Trial seen) {
        var format = opened.picture();
        return new TrialResult.Stream(
                role.wire(),
                format.codec().wire(),
                format.width(),
                format.height(),
                Math.round(seen.fps() * 100) / 100.0,
                candidate.protocol().wire(),
                opened.transport().wire(),
                opened.audio() < 0
                        ? null
                        : opened.tracks().get(opened.audio()).codec().wire(),
                seen.score().value());
    }

    static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
