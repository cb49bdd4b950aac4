// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A topic and its policy: who is its key, what is kept.
 *
 * @param type the CloudEvents type of its events
 * @param key where an event's key is found; events of one key stay in order
 * @param retention zero for a compacted topic, which keeps the newest event of each key
 */
public record Topic<E>(
        String name, String type, Class<E> event, Function<E, String> key, boolean compacted, Duration retention) {

    /** Enough for every camera to move between instances on its own, and never changed: keys would move. */
    public static final int PARTITIONS = 24;

    public static final Topic<CameraEntry> CAMERAS =
            compacted("nightjar.cameras", "io.nightjar.camera", CameraEntry.class, CameraEntry::key);
    public static final Topic<StreamHealth> HEALTH =
            compacted("nightjar.health", "io.nightjar.stream.health", StreamHealth.class, event -> event.stream()
                    .toString());
    public static final Topic<StreamTransition> TRANSITIONS = kept(
            "nightjar.transitions",
            "io.nightjar.stream.transition",
            StreamTransition.class,
            event -> event.stream().toString(),
            Duration.ofDays(30));
    public static final Topic<Detection> DETECTIONS = kept(
            "nightjar.detections",
            "io.nightjar.detection",
            Detection.class,
            event -> event.camera().value(),
            Duration.ofDays(7));
    public static final Topic<StreamPath> STREAMS =
            compacted("nightjar.streams", "io.nightjar.stream.path", StreamPath.class, event -> event.stream()
                    .toString());
    public static final Topic<PtzStatus> PTZ =
            compacted("nightjar.ptz", "io.nightjar.ptz.status", PtzStatus.class, event -> event.camera()
                    .value());
    public static final Topic<RecordingEvent> RECORDINGS = kept(
            "nightjar.recordings",
            "io.nightjar.recording",
            RecordingEvent.class,
            event -> event.camera().value(),
            Duration.ofDays(7));
    public static final Topic<AuditEvent> AUDIT = kept(
            "nightjar.audit",
            "io.nightjar.audit",
            AuditEvent.class,
            event -> event.target() == null ? event.who() : event.target(),
            Duration.ofDays(30));

    public static final List<Topic<?>> ALL =
            List.of(CAMERAS, HEALTH, TRANSITIONS, DETECTIONS, STREAMS, PTZ, RECORDINGS, AUDIT);

    private static <E> Topic<E> compacted(String name, String type, Class<E> event, Function<E, String> key) {
        return new Topic<>(name, type, event, key, true, Duration.ZERO);
    }

    private static <E> Topic<E> kept(
            String name, String type, Class<E> event, Function<E, String> key, Duration retention) {
        return new Topic<>(name, type, event, key, false, retention);
    }

    /** The broker's settings for this topic. */
    public Map<String, String> settings() {
        return compacted
                ? Map.of(
                        "cleanup.policy", "compact",
                        "min.cleanable.dirty.ratio", "0.3",
                        "segment.ms", "600000",
                        "delete.retention.ms", "86400000")
                : Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
    }
}
