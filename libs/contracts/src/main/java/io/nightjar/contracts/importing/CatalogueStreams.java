// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.NearMiss;
import io.nightjar.contracts.stream.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates how a catalogue's camera was delivered into the streams it is reached by. */
final class CatalogueStreams {

    private static final int LAST_PORT = 65_535;
    private static final Set<Vendor> ONE_STREAM = EnumSet.of(Vendor.EUFY, Vendor.UNIFI);
    private static final Set<Vendor> PICTURES = EnumSet.of(Vendor.REOLINK, Vendor.UNIFI, Vendor.ONVIF);
    private static final StreamType.Meaning USUAL = new StreamType.Meaning(StreamType.HLS, false, false);

    private final LegacyObject record;
    private final Vendor vendor;
    private final Surroundings around;
    private final StreamType.Meaning meaning;
    private final StreamUrls urls;

    CatalogueStreams(LegacyObject record, Vendor vendor, Surroundings around, ObjectNode camera) {
        this.record = record;
        this.vendor = vendor;
        this.around = around;
        meaning = meaning();
        urls = new StreamUrls(record, vendor, around, camera, meaning);
    }

    private StreamType.Meaning meaning() {
        var type = meaning("stream_type");
        var mode = meaning("stream_mode");
        if (type.isPresent() && mode.isPresent() && !mode.equals(type)) {
            record.findings().warn("stream_mode", "is older than stream_type, which is used", StreamType.ALLOWED);
        }
        return type.or(() -> mode).orElse(USUAL);
    }

    private Optional<StreamType.Meaning> meaning(String field) {
        var written = record.text(field);
        if (written == null) {
            return Optional.empty();
        }
        var known = StreamType.parse(written);
        if (known.isEmpty()) {
            var word = written.matches("[A-Za-z0-9_ -]{1,32}") ? "\"" + written + "\"" : "this";
            record.findings()
                    .error(
                            field,
                            word + " is not a stream type" + NearMiss.hint(StreamType.ALLOWED, written),
                            StreamType.ALLOWED);
        }
        return known;
    }

    void addTo(ObjectNode camera) {
        var streams =
                switch (meaning.type()) {
                    case MJPEG -> pictures();
                    case RTMP -> rtmp();
                    case NEOLINK, NEOLINK_LL_HLS -> neolink(camera);
                    case HLS, LL_HLS, WEBRTC -> video(Optional.empty());
                };
        var object = camera.putObject("streams");
        streams.forEach((role, stream) -> object.set(role.wire(), stream));
        for (var section : List.of("rtsp_input", "rtsp_output", "ll_hls", "mjpeg_snap", "neolink")) {
            if (!record.wasAsked(section)) {
                record.notNeeded(section);
            }
        }
    }

    /** Streams of pictures that are decoded only when somebody asks: the same for HLS, LL-HLS and WebRTC. */
    private Map<Role, ObjectNode> video(Optional<Protocol> protocol) {
        var input = new InputSettings(record, vendor);
        var output = new DeliverySettings(record, meaning.type());
        var cascade = VendorTiers.cascade(vendor, output::setting, around.file(vendor), around.environment());
        var video = new VideoSettings(record.findings(), cascade, output.options(), meaning);
        var streams = new EnumMap<Role, ObjectNode>(Role.class);
        var roles = roles();
        for (var role : roles) {
            var stream = JsonNodeFactory.instance.objectNode();
            urls.of(role, protocol).ifPresent(url -> stream.put("url", url));
            protocol.filter(wanted -> !stream.has("url")).ifPresent(wanted -> stream.put("protocol", wanted.wire()));
            input.addTo(stream);
            stream.setAll(video.fields(role, roles.size() == 1));
            output.sound().ifPresent(sound -> stream.put("audio", sound));
            streams.put(role, stream);
        }
        return streams;
    }

    private Set<Role> roles() {
        if (urls.given().isEmpty()) {
            if (vendor == Vendor.GENERIC) {
                record.findings().error("url", "is missing; rtsp_url is read as well", List.of());
            }
            return ONE_STREAM.contains(vendor) || vendor == Vendor.GENERIC
                    ? EnumSet.of(Role.MAIN)
                    : EnumSet.allOf(Role.class);
        }
        return urls.given();
    }

    private Map<Role, ObjectNode> rtmp() {
        return vendor == Vendor.REOLINK || !urls.given().isEmpty()
                ? video(Optional.of(Protocol.RTMP))
                : impossible("RTMP");
    }

    private Map<Role, ObjectNode> neolink(ObjectNode camera) {
        if (vendor != Vendor.REOLINK) {
            return impossible("Neolink");
        }
        var block = record.section("neolink");
        var port = block.whole(1, LAST_PORT, "port");
        boolean enabled = block.flag("enabled").orElse(true);
        block.notNeeded("baichuan_port", "rtsp_path", "buffer_size", "stream");
        block.reportUnknown();
        if (!enabled) {
            record.findings().warn("neolink.enabled", "is false, so the camera is reached by RTSP itself");
            return video(Optional.empty());
        }
        var ports = camera.withObjectProperty("ports");
        if (port != null) {
            ports.put(Ports.NEOLINK, port);
        }
        return video(Optional.of(Protocol.NEOLINK));
    }

    private Map<Role, ObjectNode> pictures() {
        if (vendor == Vendor.AMCREST) {
            // Its endless pictures exist in the small size only.
            return Map.of(Role.SUB, JsonNodeFactory.instance.objectNode().put("protocol", Protocol.MJPEG.wire()));
        }
        if (vendor == Vendor.EUFY) {
            return impossible("MJPEG");
        }
        var snapshots = new SnapshotSettings(record);
        var streams = new EnumMap<Role, ObjectNode>(Role.class);
        if (PICTURES.contains(vendor)) {
            var preferred = snapshots.preferred();
            // A console makes one picture of a camera, so that one poller serves everybody.
            for (var role : vendor == Vendor.UNIFI ? EnumSet.of(preferred) : EnumSet.allOf(Role.class)) {
                streams.put(role, snapshots.stream(role));
            }
        } else {
            for (var role : roles()) {
                var stream = urls.isSnapshot() ? snapshots.stream(role) : mjpeg();
                urls.of(role, Optional.empty()).ifPresent(url -> stream.put("url", url));
                streams.put(role, stream);
            }
        }
        snapshots.finish();
        return streams;
    }

    private static ObjectNode mjpeg() {
        return JsonNodeFactory.instance.objectNode().put("protocol", Protocol.MJPEG.wire());
    }

    private Map<Role, ObjectNode> impossible(String what) {
        var field = record.has("stream_type") ? "stream_type" : "stream_mode";
        record.findings()
                .error(
                        field,
                        "a camera of the type " + vendor.wire() + " cannot be reached by " + what,
                        vendor == Vendor.EUFY
                                ? List.of("HLS", "LL_HLS", "webrtc")
                                : List.of("HLS", "LL_HLS", "MJPEG", "webrtc"));
        return Map.of();
    }
}
