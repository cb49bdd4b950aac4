// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ports and settings that all processes of one run share. Assigned once: a restarted process finds its old place. */
final class Wiring {

    /** Carries the admin password to a home that has no users yet. */
    static final String FIRST_ADMIN = "NIGHTJAR_ADMIN_PASSWORD";

    private static final Map<String, Integer> USUAL =
            Map.of("rtsp", 8554, "webrtc", 8189, "kafka", 9092, "https", 8443);

    private final UpOptions options;
    private final Ports ports;
    private final Map<String, Integer> assigned = new LinkedHashMap<>();

    Wiring(UpOptions options, Ports ports) {
        this.options = options;
        this.ports = ports;
        assigned.put("http", ports.http(options.port(), options.lan()));
        assigned.put("rtsp", ports.tcp(usual("rtsp")));
        assigned.put("webrtc", ports.udp(usual("webrtc")));
        if (externalBroker() == null) {
            assigned.put("kafka", ports.tcp(usual("kafka")));
        }
        assigned.put("internal", ports.anyTcp());
        if (options.lan()) {
            assigned.put("https", ports.tcp(usual("https")));
        }
    }

    private static @Nullable String externalBroker() {
        var bootstrap = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        return bootstrap == null || bootstrap.isBlank() ? null : bootstrap;
    }

    boolean ownBroker() {
        return externalBroker() == null;
    }

    /** The port of something, assigned at the first call. */
    int port(String name) {
        return assigned.computeIfAbsent(name, unknown -> ports.anyTcp());
    }

    /** The first of several ports in a row, assigned at the first call. */
    int firstPort(String name, int count) {
        return assigned.computeIfAbsent(name, unknown -> ports.anyTcpRun(count));
    }

    /** What people may look for in its usual place and will not find there. */
    List<String> moved() {
        if (!options.usualPorts()) {
            return List.of();
        }
        return USUAL.entrySet().stream()
                .filter(usual -> !usual.getValue().equals(assigned.getOrDefault(usual.getKey(), usual.getValue())))
                .map(usual -> "Port " + usual.getValue() + " is used by another program; " + usual.getKey() + " is on "
                        + port(usual.getKey()) + " this time.")
                .sorted()
                .toList();
    }

    private int usual(String name) {
        return options.usualPorts() ? USUAL.getOrDefault(name, 0) : 0;
    }

    Map<String, Integer> all() {
        return Map.copyOf(assigned);
    }

    String url() {
        return "http://127.0.0.1:" + port("http");
    }

    /** Where other machines find it; empty where it keeps to this one. */
    Optional<String> lanUrl() {
        return options.lan()
                ? LocalAddresses.first().map(address -> "https://" + address + ":" + port("https"))
                : Optional.empty();
    }

    String loopback(String name) {
        return "http://127.0.0.1:" + port(name);
    }

    /** Settings of every process. */
    Map<String, String> common() {
        var bootstrap = externalBroker();
        var properties = new LinkedHashMap<String, String>();
        properties.put("nightjar.home", options.home().toString());
        properties.put("nightjar.kafka.bootstrap", bootstrap != null ? bootstrap : "127.0.0.1:" + port("kafka"));
        properties.put("nightjar.parent-watch", "true");
        properties.put("nightjar.lan", Boolean.toString(options.lan()));
        return properties;
    }

    /** Settings of the process that holds the public door. */
    Map<String, String> door() {
        var files = options.camerasFiles().stream();
        var all = options.demo() ? Stream.concat(files, Stream.of(options.demoCamerasFile())) : files;
        var properties = new LinkedHashMap<String, String>();
        properties.put("quarkus.http.host", options.lan() ? "0.0.0.0" : "127.0.0.1");
        properties.put("quarkus.http.port", Integer.toString(port("http")));
        var list = all.map(file -> file.toAbsolutePath().toString().replace(",", "\\,"))
                .collect(Collectors.joining(","));
        if (!list.isEmpty()) {
            properties.put("nightjar.gateway.cameras-files", list);
        }
        if (options.lan()) {
            properties.putAll(certificate().properties(port("https")));
            LocalAddresses.first().ifPresent(address -> properties.put("nightjar.gateway.rtsp-host", address));
        }
        return properties;
    }

    /** Settings of the process that holds the media plane. */
    Map<String, String> media() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("nightjar.packager.rtsp-port", Integer.toString(port("rtsp")));
        properties.put("nightjar.packager.webrtc-port", Integer.toString(port("webrtc")));
        return properties;
    }

    /** Settings of a process that talks to the media plane. */
    Map<String, String> publisher() {
        return Map.of("nightjar.packager.rtsp-url", "rtsp://127.0.0.1:" + port("rtsp"));
    }

    /** What the door may learn from its environment only, since anybody may list a machine's command lines. */
    Map<String, String> secrets(String adminPassword) {
        var secrets = new LinkedHashMap<String, String>();
        if (!Files.exists(options.home().resolve("config/users.json"))) {
            secrets.put(FIRST_ADMIN, adminPassword);
        }
        if (options.lan()) {
            secrets.putAll(certificate().environment());
        }
        return secrets;
    }

    private LanCertificate certificate() {
        return new LanCertificate(options.home().resolve("keys"));
    }
}
