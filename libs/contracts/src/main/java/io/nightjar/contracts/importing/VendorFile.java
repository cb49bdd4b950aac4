// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.FieldProblem;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one vendor's file says for all of its cameras. An absent file says nothing. */
final class VendorFile {

    private static final int LAST_PORT = 65_535;

    private final Findings findings;
    private final Map<String, JsonNode> settings = new HashMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();
    private final @Nullable String host;
    private final @Nullable String mainPath;
    private final @Nullable String subPath;
    private final Optional<ObjectNode> credentials;

    VendorFile(Vendor vendor, VendorFiles files) {
        findings = new Findings("file " + VendorFiles.name(vendor));
        var file = new LegacyObject(files.of(vendor), "", findings);
        var console = file.section("console", "bridge");
        var address = Optional.ofNullable(text(file, console, "protect_host", "bridge_host", "host", "ip"));
        var url = Optional.ofNullable(text(file, console, "bridge_url", "ws_url", "url"))
                .flatMap(this::uri);
        host = address.or(() -> url.map(URI::getHost)).orElse(null);
        url.map(URI::getPort).filter(port -> port > 0).ifPresent(port -> ports.put(ownService(vendor), port));
        port(file, ownService(vendor), "protect_port", "bridge_port", "port");
        port(console, ownService(vendor), "protect_port", "bridge_port", "port");
        var rtsp = file.section(Ports.RTSP);
        for (var service : List.of(Ports.RTMP, Ports.HTTP, Ports.HTTPS, Ports.ONVIF)) {
            var section = file.section(service);
            port(section, service, "port");
            section.reportUnknown();
        }
        port(file, Ports.ONVIF, "onvif_port");
        port(rtsp, Ports.RTSP, "port");
        mainPath = rtsp.text("stream_path_main");
        subPath = rtsp.text("stream_path_sub");
        rtsp.reportUnknown();
        hls(file);
        credentials = LegacyCredentials.of(file);
        console.reportUnknown();
        file.notNeeded("architecture");
        file.reportUnknown();
    }

    /** Which of the vendor's services a bare port means. */
    private static String ownService(Vendor vendor) {
        return vendor == Vendor.EUFY ? Ports.BRIDGE : Ports.RTSP;
    }

    private void hls(LegacyObject file) {
        var hls = file.section("hls");
        keep(VendorTiers.SEGMENT_LENGTH, hls.value("segment_length", "hls_time"));
        keep(VendorTiers.LIST_SIZE, hls.value("list_size", "hls_list_size"));
        keep(VendorTiers.DELETE_THRESHOLD, hls.value("delete_threshold", "hls_delete_threshold"));
        keep(VendorTiers.MODE, hls.value("mode", "hls_mode"));
        keep(VendorTiers.MODE, file.value("hls_mode"));
        keep(VendorTiers.RESOLUTION_MAIN, file.value("resolution_main"));
        keep(VendorTiers.RESOLUTION_SUB, file.value("resolution_sub"));
        hls.reportUnknown();
    }

    private void keep(String key, @Nullable JsonNode value) {
        if (value != null) {
            settings.put(key, value);
        }
    }

    private void port(LegacyObject section, String service, String... names) {
        var port = section.whole(1, LAST_PORT, names);
        if (port != null) {
            ports.put(service, port);
        }
    }

    private static @Nullable String text(LegacyObject file, LegacyObject console, String... names) {
        var own = file.text(names);
        return own == null ? console.text(names) : own;
    }

    private Optional<URI> uri(String written) {
        try {
            return Optional.of(URI.create(written));
        } catch (IllegalArgumentException malformed) {
            findings.warn("url", "is not an address and is ignored");
            return Optional.empty();
        }
    }

    Optional<JsonNode> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    Optional<String> host() {
        return Optional.ofNullable(host);
    }

    Map<String, Integer> ports() {
        return ports;
    }

    Optional<String> mainPath() {
        return Optional.ofNullable(mainPath);
    }

    Optional<String> subPath() {
        return Optional.ofNullable(subPath);
    }

    Optional<ObjectNode> credentials() {
        return credentials;
    }

    List<FieldProblem> problems() {
        return findings.all();
    }
}
