// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nightjar.broker.EmbeddedBroker;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.StreamPath;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.house.ServiceProcess;
import io.nightjar.kit.BrokerLink;
import io.nightjar.kit.Events;
import io.nightjar.kit.From;
import io.nightjar.kit.Home;
import io.nightjar.kit.Listener;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceToken;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of the house as ingest needs to work: a broker, a packager and a registry of cameras that are all the same
 * one. Half of them are for ingest, the other half are switched off, for programs that publish in its place.
 */
final class MediaMesh implements AutoCloseable {

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Outbox outbox;
    private final Events events;
    private final Map<String, String> common = new LinkedHashMap<>();
    private final ServiceProcess packager;
    private final String source;
    private final String sink;
    private final int count;
    private final Set<String> online = ConcurrentHashMap.newKeySet();

    private MediaMesh(Path folder, RtspCamera camera, int count) {
        this.folder = folder;
        this.count = count;
        this.source = camera.urlWithCredentials(Role.SUB);
        var token = ServiceToken.of(Home.open(folder));
        this.broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        var link = new BrokerLink(broker.bootstrap());
        this.outbox = new Outbox(link, "benchmark", Clock.systemUTC(), new SimpleMeterRegistry());
        this.events = new Events(link, new SimpleMeterRegistry());
        int http = freePort();
        int rtsp = freePort();
        this.sink = "rtsp://ingest:" + token.value() + "@127.0.0.1:" + rtsp + "/";
        common.put("nightjar.home", folder.toString());
        common.put("nightjar.kafka.bootstrap", broker.bootstrap());
        common.put("nightjar.packager.url", "http://127.0.0.1:" + http);
        common.put("nightjar.packager.rtsp-url", "rtsp://127.0.0.1:" + rtsp);
        this.packager = service(
                "packager-service",
                http,
                Map.of("nightjar.packager.rtsp-port", Integer.toString(rtsp), "nightjar.packager.webrtc-port", "0"));
        for (int number = 0; number < count; number++) {
            outbox.send(Topic.CAMERAS, CameraEntry.of(camera("cam" + number, camera, true)));
            outbox.send(Topic.CAMERAS, CameraEntry.of(camera("copy" + number, camera, false)));
        }
        events.follow(Topic.STREAMS, From.START, new Listener<StreamPath>() {
            @Override
            public void onEvent(String key, StreamPath path) {
                if (path.online()) {
                    online.add(key);
                } else {
                    online.remove(key);
                }
            }
        });
    }

    static MediaMesh start(Path folder, RtspCamera camera, int count) {
        return new MediaMesh(folder, camera, count);
    }

    /** An ingest process with all cameras that are switched on. */
    ServiceProcess ingest() {
        return service("ingest-service", freePort(), Map.of("nightjar.ingest.cameras", "*"));
    }

    /** How many streams are there whose names begin like this. */
    long online(String prefix) {
        return online.stream().filter(key -> key.startsWith(prefix)).count();
    }

    /** Where each copying program reads, by where it publishes. */
    Map<String, String> copies() {
        var pairs = new LinkedHashMap<String, String>();
        for (int number = 0; number < count; number++) {
            pairs.put(sink + "copy" + number + "/sub", source);
        }
        return pairs;
    }

    private ServiceProcess service(String module, int port, Map<String, String> more) {
        var properties = new LinkedHashMap<>(common);
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", Integer.toString(port));
        properties.put("nightjar.internal.port", Integer.toString(port));
        properties.putAll(more);
        return ServiceProcess.start(module, 256, properties, folder.resolve("logs/" + module + ".out"));
    }

    private static CameraSpec camera(String id, RtspCamera camera, boolean enabled) {
        var stream = new StreamSpec(camera.url(Role.SUB), Transport.TCP, false, enabled);
        return new CameraSpec(
                CameraId.of(id),
                id,
                Vendor.GENERIC,
                null,
                null,
                null,
                Map.of(Role.SUB, stream),
                Set.of(Capability.STREAMING),
                PtzSettings.NONE,
                false,
                null,
                Origin.FILE,
                Map.of());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        packager.close();
        events.close();
        outbox.close();
        broker.close();
    }
}
