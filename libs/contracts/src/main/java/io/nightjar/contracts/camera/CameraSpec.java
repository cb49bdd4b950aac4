// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A camera as every service knows it. Carries a reference to credentials, never the credentials.
 *
 * @param streams at least one; with one stream given it serves both roles
 * @param channel which camera of its device this is; null for a camera that stands alone
 * @param ports where its services differ from the vendor's usual ports, by their names in {@link Ports}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CameraSpec(
        CameraId id,
        String name,
        Vendor vendor,
        @Nullable String host,
        @Nullable DeviceId device,
        @Nullable String channel,
        Map<Role, StreamSpec> streams,
        Set<Capability> capabilities,
        PtzSettings ptz,
        boolean hidden,
        @Nullable String credentialRef,
        Origin origin,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> ports) {

    public CameraSpec {
        streams = Map.copyOf(streams);
        capabilities = Set.copyOf(capabilities);
        ptz = Objects.requireNonNullElse(ptz, PtzSettings.NONE);
        ports = Map.copyOf(Objects.requireNonNullElse(ports, Map.of()));
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** The stream that really runs for a role: roles that name the same source, and want the same of it, share one session. */
    public Optional<Role> servedBy(Role role) {
        if (!can(Capability.STREAMING) || streams.isEmpty()) {
            return Optional.empty();
        }
        var own = streams.get(role);
        if (own == null) {
            return Optional.of(role.other());
        }
        var sub = streams.get(Role.SUB);
        return Optional.of(role == Role.MAIN && sub != null && isOneSource(own, sub) ? Role.SUB : role);
    }

    /** Whether one session serves both: the same pictures from the same place. */
    private boolean isOneSource(StreamSpec main, StreamSpec sub) {
        // An alias stands for another stream in each role; a Eufy camera has one stream whatever is asked of it, and an
        // Amcrest camera sends MJPEG of its small one only.
        boolean single = vendor == Vendor.EUFY || (vendor == Vendor.AMCREST && main.protocol() == Protocol.MJPEG);
        var samePlace = main.url() == null
                ? single && sub.url() == null
                : main.url().equals(sub.url()) && !main.url().contains("{alias}");
        return samePlace
                && main.protocol() == sub.protocol()
                && main.video().equals(sub.video())
                && main.audio() == sub.audio();
    }

    /** The streams that are opened for this camera, each once. */
    @JsonIgnore
    public List<StreamId> sources() {
        return List.of(Role.values()).stream()
                .flatMap(role -> servedBy(role).stream())
                .distinct()
                .map(role -> new StreamId(id, role))
                .toList();
    }

    public CameraSpec withStream(Role role, StreamSpec stream) {
        var changed = new LinkedHashMap<>(streams);
        changed.put(role, stream);
        return new CameraSpec(
                id,
                name,
                vendor,
                host,
                device,
                channel,
                changed,
                capabilities,
                ptz,
                hidden,
                credentialRef,
                origin,
                ports);
    }

    public CameraSpec withCredentialRef(@Nullable String ref) {
        return new CameraSpec(
                id, name, vendor, host, device, channel, streams, capabilities, ptz, hidden, ref, origin, ports);
    }
}
