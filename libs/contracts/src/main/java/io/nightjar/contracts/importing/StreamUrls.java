// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses that a record writes out, or that follow from paths it or its vendor's file gives. */
final class StreamUrls {

    private static final String[] MAIN = {"rtsp_url", "url", "stream_url", "main_url", "rtsp_main", "mjpeg_url"};
    private static final String[] SUB = {"sub_url", "rtsp_sub", "rtsp_url_sub"};
    private static final String[] SNAPSHOT = {"snapshot_url", "snap_url"};

    private final Vendor vendor;
    private final ObjectNode camera;
    private final StreamType.Meaning meaning;
    private final Map<Role, String> written = new EnumMap<>(Role.class);
    private final Map<Role, String> paths = new EnumMap<>(Role.class);
    private final boolean snapshot;
    private final @Nullable String consoleHost;

    StreamUrls(LegacyObject record, Vendor vendor, Surroundings around, ObjectNode camera, StreamType.Meaning meaning) {
        this.vendor = vendor;
        this.camera = camera;
        this.meaning = meaning;
        put(written, Role.MAIN, rtsp(record));
        put(written, Role.MAIN, record.text(MAIN));
        put(written, Role.SUB, record.text(SUB));
        var still = record.text(SNAPSHOT);
        snapshot = meaning.type() == StreamType.MJPEG && still != null;
        if (snapshot) {
            put(written, Role.MAIN, still);
        }
        var file = around.file(vendor);
        put(paths, Role.MAIN, file.mainPath().orElse(null));
        put(paths, Role.SUB, file.subPath().orElse(null));
        put(paths, Role.MAIN, record.text("stream_path_main"));
        put(paths, Role.SUB, record.text("stream_path_sub"));
        var named = record.text("protect_host");
        consoleHost = named == null ? file.host().orElse(null) : named;
    }

    /** The word was used for an address, and for an object around one. */
    private static @Nullable String rtsp(LegacyObject record) {
        var value = record.value("rtsp");
        if (value == null || !value.isObject()) {
            return record.text("rtsp");
        }
        var section = record.section("rtsp");
        var url = section.text("url");
        section.reportUnknown();
        return url;
    }

    private static void put(Map<Role, String> addresses, Role role, @Nullable String address) {
        if (address != null) {
            addresses.put(role, address);
        }
    }

    /** The roles whose addresses are written out. */
    Set<Role> given() {
        return written.keySet();
    }

    boolean isSnapshot() {
        return snapshot;
    }

    /** Empty where the address follows from the vendor. */
    Optional<String> of(Role role, Optional<Protocol> protocol) {
        var url = written.get(role);
        if (url != null) {
            return Optional.of(url);
        }
        var host = camera.path("host").asText("");
        var path = paths.get(role);
        if (protocol.isEmpty() && path != null && !host.isEmpty() && !usual(path, role)) {
            int port = Ports.of(Map.of(), Ports.RTSP, vendor);
            return Optional.of("rtsp://" + inUrl(host) + ":"
                    + camera.path("ports").path(Ports.RTSP).asInt(port) + (path.startsWith("/") ? path : "/" + path));
        }
        if (meaning.encrypted() && vendor == Vendor.UNIFI && consoleHost != null) {
            int port = Ports.of(Map.of(), Ports.RTSPS, vendor);
            return Optional.of("rtsps://" + inUrl(consoleHost) + ":" + port + "/{alias}");
        }
        return Optional.empty();
    }

    /** Paths that are tried anyway, together with their newer forms. */
    private boolean usual(String path, Role role) {
        return vendor == Vendor.REOLINK && path.matches("/?(h26[45])?Preview_01_" + role.wire());
    }

    private static String inUrl(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
