// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The services behind the gateway, as far as it calls them, and a cameras file of an operator. */
public final class FakeHouse implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN_PASSWORD = "canary-admin-password";
    public static final String CAMERA_PASSWORD = "canary-camera-password";
    private static final String CAMERAS = """
            version: 1
            devices:
              - {id: nvr, vendor: reolink, host: 127.0.0.1, credentials: {username: u, password: canary-device}}
              - {id: bridge, vendor: eufy, host: 127.0.0.1}
            cameras:
              - id: gate
                name: Gate
                capabilities: [streaming, ptz]
                credentials: {username: u, password: canary-camera-password}
                streams:
                  main: {url: "rtsp://127.0.0.1:1/main", onDemand: true}
                  sub: {url: "rtsp://127.0.0.1:1/sub"}
              - id: yard
                capabilities: [streaming, ptz]
                streams: {main: {url: "rtsp://127.0.0.1:1/yard"}}
              - id: cellar
                hidden: true
                capabilities: [streaming, ptz]
                streams: {main: {url: "rtsp://127.0.0.1:1/cellar"}}
              - id: broken
                vendor: nobody
            """;

    private final Vertx vertx = Vertx.vertx();
    private final FakeServices services = new FakeServices(vertx);

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("gateway-it");
            var cameras = Files.writeString(folder.resolve("cameras.yaml"), CAMERAS);
            var url = "http://127.0.0.1:"
                    + services.listen()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS);
            return Map.of(
                    "nightjar.packager.url",
                    url,
                    "nightjar.ptz.url",
                    url,
                    "nightjar.recording.url",
                    url,
                    // Nobody is there: ingest processes are then found by what they report.
                    "nightjar.ingest.url",
                    "http://127.0.0.1:1",
                    "nightjar.gateway.cameras-files",
                    cameras + "," + folder.resolve("absent.yaml"),
                    "nightjar.gateway.watch-interval",
                    "100ms",
                    "nightjar.gateway.picture-interval",
                    "200ms",
                    "nightjar.gateway.allowed-addresses",
                    "127.0.0.9/32",
                    "nightjar.admin.password",
                    ADMIN_PASSWORD,
                    "quarkus.http.test-port",
                    "0");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The fake services did not start", failure);
        }
    }

    @Override
    public void stop() {
        vertx.close();
    }

    static Path camerasFile(String configured) {
        return Path.of(configured.split(",")[0]);
    }
}
