// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.event.CameraEntry;
import io.nightjar.contracts.event.Topic;
import io.nightjar.contracts.stream.Role;
import io.nightjar.kit.Outbox;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.ptz.head.Head;
import io.nightjar.ptz.head.Heads;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Calls routes as the gateway does. */
@Singleton
public class PtzApi {

    static final Duration SOON = Duration.ofSeconds(15);

    private final ServiceInfo info;
    private final ServiceToken token;
    private final Outbox outbox;
    private final Heads heads;

    PtzApi(ServiceInfo info, ServiceToken token, Outbox outbox, Heads heads) {
        this.info = info;
        this.token = token;
        this.outbox = outbox;
        this.heads = heads;
    }

    /** Registers a camera and waits until it can be moved. */
    void register(String camera, Capability... capabilities) {
        var spec = camera(camera, Set.of(capabilities), PtzSettings.NONE);
        outbox.send(Topic.CAMERAS, CameraEntry.of(spec));
        if (spec.can(Capability.PTZ)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> heads.find(spec.id()).filter(Head::isKnown).isPresent());
        }
    }

    /** Changes how it is moved, so that it is reached anew, as after a start of the process. */
    void change(String camera, PtzSettings settings) {
        var before = heads.find(CameraId.of(camera));
        outbox.send(Topic.CAMERAS, CameraEntry.of(camera(camera, Set.of(Capability.PTZ), settings)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !heads.find(CameraId.of(camera)).equals(before));
    }

    void remove(String camera) {
        outbox.delete(
                Topic.CAMERAS,
                CameraEntry.of(camera(camera, Set.of(), PtzSettings.NONE)).key());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heads.find(CameraId.of(camera)).isEmpty());
    }

    ValidatableResponse get(String camera, String path) {
        return as("Anna", "operator", "page-a").get(url(camera, path)).then();
    }

    ValidatableResponse post(String camera, String path, String body) {
        return post("Anna", "operator", "page-a", camera, path, body);
    }

    ValidatableResponse post(String user, String role, String channel, String camera, String path, String body) {
        return as(user, role, channel).body(body).post(url(camera, path)).then();
    }

    ValidatableResponse put(String camera, String path, String body) {
        return as("Anna", "operator", "page-a")
                .body(body)
                .put(url(camera, path))
                .then();
    }

    ValidatableResponse delete(String camera, String path) {
        return as("Anna", "operator", "page-a").delete(url(camera, path)).then();
    }

    private RequestSpecification as(String user, String role, String channel) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", token.bearer())
                .header("X-Nightjar-User", user)
                .header("X-Nightjar-Role", role)
                .header("X-Nightjar-Channel", channel)
                .contentType("application/json");
    }

    private String url(String camera, String path) {
        return info.internalUrl() + "/internal/ptz/cameras/" + camera + "/ptz/" + path;
    }

    private static CameraSpec camera(String id, Set<Capability> capabilities, PtzSettings settings) {
        return new CameraSpec(
                CameraId.of(id),
                id,
                Vendor.GENERIC,
                null,
                null,
                null,
                Map.of(Role.MAIN, new StreamSpec("rtsp://127.0.0.1/main", Transport.AUTO, false, true)),
                capabilities,
                settings,
                false,
                null,
                Origin.FILE,
                Map.of());
    }
}
