// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.StreamAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates {@code {name, rtsp, pub_fps, scale_width}}. One address is one camera; its first name stays. */
final class Registration {

    private static final String[] ADDRESS = {"rtsp", "url", "rtsp_url"};
    private static final String[] NAME = {"name", "camera_id", "cam"};

    private final ImportContext context;
    private final Map<String, String> idsByAddress = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    Registration(ImportContext context) {
        this.context = context;
    }

    static boolean recognises(JsonNode entry) {
        return List.of(ADDRESS).stream().anyMatch(name -> entry.path(name).isTextual())
                || (entry.isObject() && entry.has("rtsp"));
    }

    Optional<ObjectNode> translate(JsonNode entry, Findings findings) {
        var fields = new LegacyObject(entry, "", findings);
        var address = fields.text(ADDRESS);
        var written = fields.text(NAME);
        if (address == null) {
            findings.error("rtsp", "Invalid config: is missing; this entry is skipped, the others run", List.of());
            return Optional.empty();
        }
        var place = place(address);
        if (place.isEmpty()) {
            findings.error(
                    fields.named(ADDRESS), "Invalid config: is no stream's address; this entry is skipped", List.of());
            return Optional.empty();
        }
        var name = written == null ? place.get().replaceAll("^[^/]*//|[:/?].*$", "") : written;
        var first = idsByAddress.get(place.get());
        if (first != null) {
            findings.warn(
                    fields.named(ADDRESS),
                    "is the address of camera " + first + ", which stands for this entry as well");
            return Optional.empty();
        }
        var slug = Slug.of(name);
        var id = ids.add(slug.toLowerCase(Locale.ROOT)) ? slug : Slug.distinct(slug, place.get());
        idsByAddress.put(place.get(), id);
        findings.call("camera " + id);
        var camera = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", name)
                .put("vendor", Vendor.GENERIC.wire());
        var stream = camera.putObject("streams").putObject("main").put("url", address);
        transport(fields).ifPresent(transport -> stream.put("transport", transport.wire()));
        sayHowPicturesAreAskedFor(fields, id);
        fields.notNeeded("buffer_size", "buffer");
        fields.reportUnknown();
        return findings.acceptable() ? Optional.of(camera) : Optional.empty();
    }

    private static Optional<Transport> transport(LegacyObject fields) {
        var written = fields.text("transport", "rtsp_transport");
        if (written == null) {
            return Optional.empty();
        }
        var transport = Transport.parse(written);
        if (transport.isEmpty()) {
            fields.findings()
                    .error(
                            fields.named("transport", "rtsp_transport"),
                            "is not a transport that Nightjar knows",
                            Transport.names());
        }
        return transport;
    }

    /** What identifies an address: all of it but secrets. */
    private static Optional<String> place(String address) {
        try {
            return Optional.of(StreamAddress.parse(address).url());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Each viewer of pictures chooses rate and width now; the video itself was never changed. */
    private void sayHowPicturesAreAskedFor(LegacyObject fields, String id) {
        var query = new ArrayList<String>();
        setting(fields, "fps", "PUB_FPS", "pub_fps").ifPresent(query::add);
        setting(fields, "width", "SCALE_WIDTH", "scale_width", "width").ifPresent(query::add);
        fields.notNeeded("height");
        if (!query.isEmpty()) {
            fields.findings()
                    .warn(
                            fields.has("pub_fps") ? "pub_fps" : fields.named("scale_width", "width"),
                            "every viewer chooses rate and width of its pictures now: ask for /api/cameras/" + id
                                    + "/mjpeg?" + String.join("&", query));
        }
    }

    private Optional<String> setting(LegacyObject fields, String parameter, String variable, String... names) {
        var cascade = new Cascade(List.of(
                new Cascade.Tier(VendorTiers.CAMERA, key -> Optional.ofNullable(fields.value(names))),
                new Cascade.Tier(variable, key -> Optional.ofNullable(
                                context.environment().get(variable))
                        .map(TextNode::valueOf))));
        return cascade.find(parameter)
                .map(found -> fields.number(found.value(), fields.named(names)))
                .map(number -> parameter + "=" + Shown.number(number));
    }
}
