// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import static org.awaitility.Awaitility.await;

import io.nightjar.cameras.Consoles;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import io.nightjar.ingest.machine.StreamMachine;
import io.nightjar.ingest.machine.Timing;
import io.nightjar.ingest.publish.RtspMediaPlane;
import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.ingest.source.FirstContact;
import io.nightjar.ingest.source.IngestContext;
import io.nightjar.ingest.source.OpeningSlots;
import io.nightjar.ingest.source.SourceSecrets;
import io.nightjar.ingest.source.SourceSpec;
import io.nightjar.ingest.source.Sources;
import io.nightjar.ingest.source.StreamMemory;
import io.nightjar.ingest.source.StreamRunner;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Ingest with real cameras, real sockets and a real publisher, without Quarkus and Kafka. */
public final class IngestRig implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LEASE = Duration.ofSeconds(3);

    public final RtspSink sink;
    public final RecordingReporter reporter = new RecordingReporter();
    public final Map<String, Credentials> secrets = new ConcurrentHashMap<>();
    public final Sources sources;
    public final CameraAccess access;

    public IngestRig(Path folder) throws IOException {
        sink = new RtspSink();
        var clock = Clock.systemUTC();
        access = new CameraAccess(
                List.of(), Duration.ofSeconds(2), Duration.ofSeconds(5), Consoles.none(), "127.0.0.1", clock);
        var context = new IngestContext(
                new StreamMachine(Timing.usual(wait -> wait)),
                access.sessions(),
                new RtspMediaPlane(sink::url, RtspSink.USER, RtspSink.PASSWORD),
                reporter,
                new Entered(),
                new StreamMemory(folder),
                new SteadyClock(clock, System::nanoTime),
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory()),
                new OpeningSlots(8, 2),
                new FirstContact(),
                Duration.ofMillis(200));
        sources = new Sources(context, id -> true);
    }

    /** A camera of the registry over a simulated one; {@code fields} adds to each stream. */
    public CameraSpec camera(String id, RtspCamera camera, String mainFields, String subFields) {
        Optional.ofNullable(camera.credentials()).ifPresent(known -> secrets.putIfAbsent(id, known));
        var file = CamerasFile.parse(
                """
                {"version":1,"cameras":[{"id":"%s","streams":{
                  "main":{"url":"%s"%s},"sub":{"url":"%s"%s}}}]}
                """.formatted(id, camera.url(Role.MAIN), mainFields, camera.url(Role.SUB), subFields), Origin.FILE);
        if (!file.problems().isEmpty()) {
            throw new AssertionError(file.problems().getFirst().sentence());
        }
        return file.cameras().getFirst();
    }

    /** A camera of the registry as a file describes it, without the braces around it. */
    public static CameraSpec camera(String fields) {
        var file = CamerasFile.parse("{\"version\":1,\"cameras\":[{" + fields + "}]}", Origin.FILE);
        if (!file.problems().isEmpty()) {
            throw new AssertionError(file.problems().getFirst().sentence());
        }
        return file.cameras().getFirst();
    }

    public void apply(CameraSpec... cameras) {
        sources.apply(List.of(cameras), List.of());
    }

    public StreamRunner runner(String camera, Role role) {
        return sources.find(CameraId.of(camera), role).orElseThrow();
    }

    public StreamHealth health(String camera, Role role) {
        return runner(camera, role).health();
    }

    /** The health in which it is so; a later look may see another. */
    public StreamHealth awaitState(String camera, Role role, StreamState.Name state) {
        return awaitHealth(camera, role, seen -> seen.state() == state);
    }

    /** The health in which it is so; a later look may see another. */
    public StreamHealth awaitHealth(String camera, Role role, Predicate<StreamHealth> wanted) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> health(camera, role), wanted);
    }

    /** Keeps the stream wanted until it is so: a lease of a fixed length may end before a slow machine is done. */
    public void demandUntil(String camera, Role role, BooleanSupplier done) {
        await().atMost(PATIENCE).until(() -> {
            runner(camera, role).demand(LEASE);
            return done.getAsBoolean();
        });
    }

    /** The same for the form that browsers play. */
    public void demandForBrowsersUntil(String camera, Role role, BooleanSupplier done) {
        await().atMost(PATIENCE).until(() -> {
            runner(camera, role).demandForBrowsers(LEASE);
            return done.getAsBoolean();
        });
    }

    /** What flows once it is so; a stream that begins anew in between has nothing for a moment. */
    public StreamHealth.Media awaitMedia(String camera, Role role, Predicate<StreamHealth.Media> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> Optional.ofNullable(health(camera, role).media()), seen -> seen.filter(wanted)
                        .isPresent())
                .orElseThrow();
    }

    public void awaitWeb(String camera, Role role, StreamHealth.Web web) {
        await().atMost(PATIENCE)
                .until(() -> web(camera, role).filter(web::equals).isPresent());
    }

    /** Empty while nothing flows. */
    public Optional<StreamHealth.Web> web(String camera, Role role) {
        return Optional.ofNullable(health(camera, role).media())
                .map(StreamHealth.Media::delivery)
                .map(StreamHealth.Delivery::web);
    }

    public List<StreamState.Name> states(String camera, Role role) {
        return new ArrayList<>(reporter.states(StreamId.of(camera, role)));
    }

    /** What a test put into {@link #secrets}. */
    private final class Entered implements SourceSecrets {

        @Override
        public Optional<Credentials> of(SourceSpec spec) {
            return Optional.ofNullable(secrets.get(spec.camera().id().value()));
        }

        @Override
        public Optional<String> missing(SourceSpec spec) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        sources.close();
        sink.close();
    }
}
