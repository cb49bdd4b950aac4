// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import io.nightjar.contracts.camera.CameraId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which processes one run consists of. The modules are the same; only how many processes they share differs. */
final class Plan {

    static final String INGEST = "ingest-";

    /** An ingest process without cameras, for trying some out: what crashes it stops nobody's video. */
    private static final String PROBE = "probe";

    /** Stands for no camera at all: no id can look like this. */
    private static final String NO_CAMERA = "-";

    private static final int DEMO_CAMERAS = 4;

    private final UpOptions options;
    private final Wiring wiring;
    private final Installation installation;
    private final Map<String, String> secrets;

    Plan(UpOptions options, Wiring wiring, Installation installation, Map<String, String> secrets) {
        this.options = options;
        this.wiring = wiring;
        this.installation = installation;
        this.secrets = Map.copyOf(secrets);
    }

    List<ChildSpec> processes() {
        var specs = new ArrayList<ChildSpec>();
        if (options.demo()) {
            specs.add(demo());
        }
        if (options.mesh()) {
            specs.addAll(mesh());
        } else {
            specs.add(standalone());
        }
        return specs;
    }

    private ChildSpec standalone() {
        var properties = properties(wiring.door(), wiring.media(), wiring.publisher());
        properties.put("nightjar.internal.port", Integer.toString(wiring.port("internal")));
        properties.put("nightjar.gateway.media", "local");
        properties.put("nightjar.ingest.cameras", "*");
        properties.put("nightjar.standalone.broker", Boolean.toString(wiring.ownBroker()));
        for (String service : List.of("packager", "ptz", "recording", "gateway", "ingest")) {
            properties.put("nightjar." + service + ".url", wiring.loopback("internal"));
        }
        return service("standalone", "standalone", ChildSpec.SERVICE, 384, properties, secrets, "internal");
    }

    private List<ChildSpec> mesh() {
        var specs = new ArrayList<ChildSpec>();
        if (wiring.ownBroker()) {
            specs.add(broker());
        }
        var packager = internal("packager", wiring.media());
        specs.add(service("packager", "packager-service", ChildSpec.MEDIA, 256, packager, Map.of(), "packager"));
        var gateway = properties(wiring.door(), Map.of("nightjar.gateway.media", "proxy"));
        specs.add(service("gateway", "gateway-service", ChildSpec.SERVICE, 256, gateway, secrets, "http"));
        for (String name : List.of("ptz", "recording")) {
            specs.add(
                    service(name, name + "-service", ChildSpec.SERVICE, 128, internal(name, Map.of()), Map.of(), name));
        }
        specs.add(ingest(PROBE, NO_CAMERA));
        return specs;
    }

    /** One process per camera. */
    ChildSpec ingest(CameraId camera) {
        return ingest(INGEST + camera, camera.value());
    }

    private ChildSpec ingest(String name, String cameras) {
        var properties = internal(name, wiring.publisher());
        properties.put("nightjar.ingest.cameras", cameras);
        return service(name, "ingest-service", ChildSpec.SERVICE, 96, properties, Map.of(), name);
    }

    private ChildSpec broker() {
        var command = installation.program(
                "libs/broker",
                "io.nightjar.broker.BrokerMain",
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                Map.of(),
                List.of(
                        "--data",
                        options.home().resolve("kafka").toString(),
                        "--port",
                        Integer.toString(wiring.port("kafka")),
                        "--parent-watch"));
        return new ChildSpec("broker", ChildSpec.BROKER, command, Map.of(), log("broker"), 0);
    }

    private ChildSpec demo() {
        var command = installation.program(
                "testing/simulators",
                "io.nightjar.simulators.demo.DemoCameras",
                List.of("-Xmx160m"),
                Map.of(),
                List.of(
                        "--cameras-file",
                        options.demoCamerasFile().toString(),
                        "--port-base",
                        Integer.toString(wiring.firstPort("demo", DEMO_CAMERAS)),
                        "--control-port",
                        Integer.toString(wiring.port("demo-control")),
                        "--parent-watch"));
        return new ChildSpec("demo", ChildSpec.MEDIA, command, Map.of(), log("demo"), wiring.port("demo-control"));
    }

    private Map<String, String> internal(String name, Map<String, String> more) {
        var properties = properties(more);
        var port = Integer.toString(wiring.port(name));
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", port);
        properties.put("nightjar.internal.port", port);
        return properties;
    }

    @SafeVarargs
    private Map<String, String> properties(Map<String, String>... groups) {
        var properties = new LinkedHashMap<>(wiring.common());
        for (var group : groups) {
            properties.putAll(group);
        }
        if (options.mesh()) {
            for (String service : List.of("packager", "ptz", "recording")) {
                properties.put("nightjar." + service + ".url", wiring.loopback(service));
            }
            properties.put("nightjar.ingest.url", wiring.loopback(PROBE));
        }
        return properties;
    }

    private ChildSpec service(
            String name,
            String module,
            int stage,
            int heapMegabytes,
            Map<String, String> properties,
            Map<String, String> environment,
            String port) {
        properties.put("nightjar.service", name);
        var options = List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:ErrorFile=" + this.options.home().resolve("logs/crash-" + name + "-%p.log"));
        return new ChildSpec(
                name,
                stage,
                installation.service(module, options, properties),
                environment,
                log(name),
                wiring.port(port));
    }

    private Path log(String name) {
        return options.home().resolve("logs").resolve(name + ".log");
    }
}
