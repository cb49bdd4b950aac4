// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.media.PackagerInfo;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what is shown of a stream: what is wanted, what was heard, and where to watch. */
@Singleton
public class StreamViews {
    static final String UNKNOWN = "unknown";

    private final LiveState state;
    private final PackagerInfo packager;

    StreamViews(LiveState state, PackagerInfo packager) {
        this.state = state;
        this.packager = packager;
    }

    public List<StreamView> of(CameraSpec camera) {
        return Arrays.stream(Role.values())
                .flatMap(role -> of(camera, role).stream())
                .toList();
    }

    /** Empty when the camera has no stream that could serve the role. */
    public Optional<StreamView> of(CameraSpec camera, Role role) {
        return camera.servedBy(role).map(source -> view(camera, role, new StreamId(camera.id(), source)));
    }

    private StreamView view(CameraSpec camera, Role role, StreamId source) {
        var heard = state.heard(source);
        var fresh = heard.filter(state::isFresh).map(LiveState.Heard::health);
        if (fresh.isPresent()) {
            return known(camera, role, source, fresh.get());
        }
        var spec = camera.streams().get(source.role());
        if (spec != null && !spec.enabled()) {
            return blank(camera, role, source, "stopped", null, null, null);
        }
        return blank(
                camera,
                role,
                source,
                UNKNOWN,
                heard.map(LiveState.Heard::received).orElse(null),
                heard.isPresent()
                        ? "Nothing has been heard of this stream for a while; what was known is no longer shown."
                        : "Nothing has been heard of this stream yet.",
                "The service that reads this camera is starting or cannot be reached; this mends itself.");
    }

    private StreamView known(CameraSpec camera, Role role, StreamId source, StreamHealth health) {
        var media = Optional.ofNullable(health.media());
        var delivery = media.map(StreamHealth.Media::delivery);
        var standIn = Optional.ofNullable(health.standIn());
        return new StreamView(
                camera.id(),
                role,
                health.state().wire(),
                health.since(),
                health.at(),
                standIn.map(StreamHealth.StandIn::role).orElse(source.role()),
                Optional.ofNullable(health.error()).map(ErrorKind::wire).orElse(null),
                health.reason(),
                health.hint(),
                health.nextTry(),
                health.attempt(),
                health.restarts(),
                media.map(StreamHealth.Media::codec).orElse(null),
                media.map(StreamHealth.Media::width).orElse(null),
                media.map(StreamHealth.Media::height).orElse(null),
                media.map(StreamHealth.Media::fps).orElse(null),
                media.map(StreamHealth.Media::bitrate).orElse(null),
                delivery.map(way -> way.protocol().wire()).orElse(null),
                media.map(StreamHealth.Media::transport).orElse(null),
                media.map(StreamHealth.Media::frameAgeMs).orElse(null),
                media.map(StreamHealth.Media::bFrames).orElse(null),
                media.map(StreamHealth.Media::frozen).orElse(null),
                media.map(StreamHealth.Media::black).orElse(null),
                delivery.map(StreamHealth.Delivery::converted).orElse(null),
                standIn.map(StreamHealth.StandIn::reason)
                        .or(() -> delivery.map(StreamHealth.Delivery::remark))
                        .orElse(null),
                readers(source),
                urls(source));
    }

    private StreamView blank(
            CameraSpec camera,
            Role role,
            StreamId source,
            String name,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable String hint) {
        return new StreamView(
                camera.id(),
                role,
                name,
                null,
                at,
                source.role(),
                null,
                reason,
                hint,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                readers(source),
                urls(source));
    }

    private int readers(StreamId source) {
        return state.path(source).map(path -> path.readers()).orElse(0);
    }

    private StreamView.Urls urls(StreamId source) {
        var camera = source.camera().value();
        var role = source.role().wire();
        return new StreamView.Urls(
                "/whep/" + source,
                "/hls/" + source + "/index.m3u8",
                packager.rtspBase() + "/" + source,
                "/api/cameras/" + camera + "/mjpeg?role=" + role,
                "/api/cameras/" + camera + "/snapshot.jpg?role=" + role);
    }
}
