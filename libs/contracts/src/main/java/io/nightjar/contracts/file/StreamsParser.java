// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code streams} of one camera and fills in what a vendor or a missing field implies. */
final class StreamsParser {

    /** Vendors whose stream addresses follow from the host. */
    private static final Set<Vendor> DERIVES_ADDRESSES = EnumSet.of(Vendor.REOLINK, Vendor.AMCREST, Vendor.EUFY);

    private final Fields camera;
    private final Vendor vendor;
    private final Set<Capability> capabilities;
    private final boolean hasHost;
    private final List<Credentials> found = new ArrayList<>();

    StreamsParser(Fields camera, Vendor vendor, Set<Capability> capabilities, boolean hasHost) {
        this.camera = camera;
        this.vendor = vendor;
        this.capabilities = capabilities;
        this.hasHost = hasHost;
    }

    record Result(Map<Role, StreamSpec> specs, Optional<Credentials> credentials) {}

    Result parse() {
        var streams = new EnumMap<Role, Draft>(Role.class);
        var object = camera.object("streams");
        if (object != null) {
            var fields = camera.within("streams", object);
            for (var role : Role.values()) {
                var value = fields.value(role.wire());
                if (value != null) {
                    draft(fields, role, value).ifPresent(draft -> streams.put(role, draft));
                }
            }
            fields.reportUnknown(value -> Optional.empty());
        }
        if (streams.isEmpty() && derived()) {
            streams.put(Role.MAIN, new Draft(null, Transport.AUTO, null, true));
            // A Eufy camera has one stream, which then serves both roles.
            if (vendor != Vendor.EUFY) {
                streams.put(Role.SUB, new Draft(null, Transport.AUTO, null, true));
            }
        }
        checkComplete(streams);
        if (found.stream().distinct().count() > 1) {
            camera.warn(
                    "streams", "main and sub name different users; a camera has one, and the first is used", List.of());
        }
        return new Result(specs(streams), found.stream().findFirst());
    }

    private boolean derived() {
        return DERIVES_ADDRESSES.contains(vendor) && hasHost;
    }

    private Optional<Draft> draft(Fields streams, Role role, JsonNode value) {
        if (!value.isObject() && !value.isTextual()) {
            streams.report(role.wire(), "must be an object with a url, not " + Fields.kindOf(value));
            return Optional.empty();
        }
        var object = value.isTextual() ? JsonNodeFactory.instance.objectNode().set("url", value) : value;
        var fields = streams.within(role.wire(), object);
        var url = url(fields);
        var transport = fields.value("transport") == null
                ? Transport.AUTO
                : fields.choice("transport", Transport::parse, Transport.names())
                        .orElse(Transport.AUTO);
        if (vendor == Vendor.EUFY && transport == Transport.UDP) {
            fields.report("transport", "a Eufy camera signs nobody in over UDP", List.of("auto", "tcp"));
        }
        var onDemand = fields.value("onDemand") == null ? null : fields.flag("onDemand", false);
        var enabled = fields.flag("enabled", true);
        fields.reportUnknown(unknown -> Optional.empty());
        return Optional.of(new Draft(url, transport, onDemand, enabled));
    }

    private @Nullable String url(Fields fields) {
        var typed = fields.text("url");
        if (typed == null) {
            return null;
        }
        try {
            var address = StreamAddress.parse(typed);
            address.credentials().ifPresent(found::add);
            return address.url();
        } catch (IllegalArgumentException wrong) {
            fields.report("url", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private void checkComplete(Map<Role, Draft> streams) {
        if (!capabilities.contains(Capability.STREAMING)) {
            return;
        }
        if (streams.isEmpty()) {
            camera.report(
                    "streams",
                    DERIVES_ADDRESSES.contains(vendor)
                            ? "is missing; give the camera's host, or a url for main or sub"
                            : "is missing; a " + vendor.wire() + " camera needs a url for main or sub");
            return;
        }
        streams.forEach((role, draft) -> {
            if (draft.url() == null && !derived()) {
                camera.report("streams." + role.wire() + ".url", "is missing");
            }
        });
    }

    private static Map<Role, StreamSpec> specs(Map<Role, Draft> streams) {
        var specs = new EnumMap<Role, StreamSpec>(Role.class);
        streams.forEach((role, draft) -> specs.put(role, draft.spec(role == Role.MAIN && distinctSub(streams))));
        return specs;
    }

    private static boolean distinctSub(Map<Role, Draft> streams) {
        var main = streams.get(Role.MAIN);
        var sub = streams.get(Role.SUB);
        return main != null && sub != null && (main.url() == null || !main.url().equals(sub.url()));
    }

    private record Draft(
            @Nullable String url,
            Transport transport,
            @Nullable Boolean onDemand,
            boolean enabled) {

        StreamSpec spec(boolean onDemandByDefault) {
            return new StreamSpec(url, transport, onDemand == null ? onDemandByDefault : onDemand, enabled);
        }
    }
}
