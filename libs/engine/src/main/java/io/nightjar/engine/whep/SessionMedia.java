// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One session's media plane: units in, protected packets out, the player's reports answered. Confined to its lane. */
final class SessionMedia implements PathFollower.Sink {

    /** A player that asks for a key picture again and again is not helped by sending the same one more often. */
    private static final long REPLAY_MILLIS = 1000;

    /** The SSRCs the answer told. */
    record Sources(int video, int audio) {}

    private final MediaSender sender;
    private final RtpStream video;
    private final @Nullable RtpStream audio;
    private final Agreement agreement;
    private final Clock clock;
    private final Consumer<String> end;
    private final VideoTimestamps videoTime = new VideoTimestamps();
    private final Counters counters = new Counters();
    private @Nullable AudioTimestamps audioTime;
    private @Nullable SharedPayloads payloads;
    private @Nullable Track videoTrack;
    private @Nullable Track audioTrack;
    private boolean needsKey = true;
    private long keySentMillis;

    SessionMedia(
            MediaSender sender, Srtp srtp, Agreement agreement, Sources sources, Clock clock, Consumer<String> end) {
        this.sender = sender;
        this.agreement = agreement;
        this.clock = clock;
        this.end = end;
        var random = new Random();
        video = new RtpStream(
                srtp,
                new SendRing(),
                agreement.video().format().payloadType(),
                sources.video(),
                agreement.playoutDelayId(),
                random.nextInt(1 << 15));
        var sound = agreement.audio();
        audio = sound == null
                ? null
                : new RtpStream(
                        srtp,
                        new SendRing(),
                        sound.format().payloadType(),
                        sources.audio(),
                        0,
                        random.nextInt(1 << 15));
    }

    @Override
    public void format(List<Track> tracks, SharedPayloads shared) {
        payloads = shared;
        var codec = agreement.video().codec();
        videoTrack = tracks.stream()
                .filter(track -> track.codec() == codec)
                .findFirst()
                .orElse(null);
        if (videoTrack == null) {
            over("The camera no longer sends " + codec + "; connect again.");
            return;
        }
        var sound = agreement.audio();
        audioTrack = tracks.stream()
                .filter(track -> sound != null && track.codec() == sound.codec())
                .findFirst()
                .orElse(null);
        needsKey = true;
    }

    @Override
    public void burst(List<Unit> units) {
        var track = videoTrack;
        if (track == null || payloads == null) {
            return;
        }
        var pictures =
                units.stream().filter(unit -> unit.track() == track.index()).toList();
        if (pictures.isEmpty() || !pictures.getFirst().key()) {
            return;
        }
        int timestamp = videoTime.burst(pictures.size(), pictures.getLast().ptsMicros());
        boolean whole = true;
        for (var picture : pictures) {
            whole &= sender.send(video, payloads.of(picture, track), timestamp++);
        }
        needsKey = !whole;
        keySentMillis = clock.millis();
    }

    @Override
    public void unit(Unit unit) {
        if (videoTrack != null && unit.track() == videoTrack.index()) {
            picture(unit, videoTrack);
        } else if (audioTrack != null && unit.track() == audioTrack.index()) {
            sound(unit, audioTrack);
        }
    }

    private void picture(Unit unit, Track track) {
        if ((needsKey && !unit.key()) || payloads == null) {
            return;
        }
        needsKey = !sender.send(video, payloads.of(unit, track), videoTime.next(unit.ptsMicros()));
        if (unit.key()) {
            keySentMillis = clock.millis();
        }
    }

    private void sound(Unit unit, Track track) {
        if (audio == null || payloads == null || unit.parts().isEmpty()) {
            return;
        }
        if (audioTime == null) {
            audioTime = new AudioTimestamps(track.codec(), track.clockRate());
        }
        int timestamp = audioTime.next(unit.ptsMicros(), unit.parts().getFirst());
        sender.send(audio, payloads.of(unit, track), timestamp);
    }

    @Override
    public void skipped() {
        needsKey = true;
    }

    @Override
    public void over(String reason) {
        end.accept(reason);
    }

    /** Answers the player's reports; true when it must be given the way to the newest picture again. */
    boolean heard(Feedback feedback) {
        for (var missing : feedback.missing()) {
            counters.missing++;
            sender.resend(audio != null && missing.ssrc() == audio.ssrc() ? audio : video, missing.sequence());
        }
        feedback.receptions().stream()
                .filter(reception -> reception.ssrc() == video.ssrc())
                .forEach(reception -> counters.lost = reception.cumulativeLost());
        if (!feedback.pictureLost()) {
            return false;
        }
        counters.keyRequests++;
        boolean stale = clock.millis() - keySentMillis >= REPLAY_MILLIS;
        if (stale) {
            keySentMillis = clock.millis();
        }
        return stale;
    }

    void report(boolean last) {
        var now = clock.instant();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        if (video.packets() > 0) {
            sender.report(video, video.report(micros, (int) VideoTimestamps.ticks(micros)), last);
        }
        if (audio != null && audioTime != null) {
            sender.report(audio, audio.report(micros, (int) audioTime.ticks(micros)), last);
        }
    }

    SessionStats stats(String state) {
        return new SessionStats(
                state, video.packets(), sender.resent(), counters.missing, counters.keyRequests, counters.lost);
    }

    private static final class Counters {
        private long missing;
        private long keyRequests;
        private long lost;
    }
}
