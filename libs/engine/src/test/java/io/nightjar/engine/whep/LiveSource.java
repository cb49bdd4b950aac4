// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Publication;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.engine.path.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A camera's publisher: sends a clip in real time, stamped with the moment it is sent. */
final class LiveSource implements AutoCloseable {

    private static final Track SOUND = new Track(1, Codec.PCMA, 8, 8_000, 1, List.of());
    private static final int SOUND_MILLIS = 20;

    private final Clip clip;
    private final Publication publication;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile int number;

    LiveSource(Paths paths, MediaPathName stream, Clip clip) {
        this.clip = clip;
        publication = paths.publish(stream, List.of(clip.track(), SOUND)).orElseThrow();
        var ignored = timer.scheduleAtFixedRate(this::send, 0, 1_000_000 / clip.fps(), TimeUnit.MICROSECONDS);
    }

    private void send() {
        publication.unit(new Unit(0, now(), clip.key(number), clip.picture(number)));
        number = number + 1;
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
    }

    LiveSource withTone() {
        var ignored = timer.scheduleAtFixedRate(this::sendTone, 0, SOUND_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** 500 Hz, rectangular: two loud values of A-law in turn. */
    private void sendTone() {
        byte[] tone = new byte[8 * SOUND_MILLIS];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (byte) (i / 8 % 2 == 0 ? 0x35 : 0xb5);
        }
        publication.unit(new Unit(1, now(), true, List.of(tone)));
    }

    int sent() {
        return number;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        publication.close("The camera was unplugged");
    }
}
