// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a camera is: an address of its own, or a place at a console or bridge. */
final class CameraPlace {

    private static final String FROM_ENVIRONMENT = "PLACEHOLDER";
    private static final int LAST_PORT = 65_535;

    private final LegacyObject record;
    private final Vendor vendor;
    private final Surroundings around;
    private final String id;
    private final @Nullable String protectCamera;

    CameraPlace(LegacyObject record, Vendor vendor, Surroundings around, String id) {
        this.record = record;
        this.vendor = vendor;
        this.around = around;
        this.id = id;
        this.protectCamera = record.text("camera_id", "protect_camera_id");
    }

    /** @param needed whether the camera is to stream, for which it must be somewhere */
    void addTo(ObjectNode camera, boolean needed) {
        var ports = new TreeMap<String, Integer>();
        var device = device();
        device.ifPresent(console -> camera.put("device", console));
        if (vendor == Vendor.UNIFI && device.isPresent()) {
            behindConsole(camera);
        } else {
            ownAddress(camera);
            around.file(vendor).ports().forEach((service, port) -> {
                if (vendor != Vendor.EUFY || !service.equals(Ports.BRIDGE)) {
                    ports.put(service, port);
                }
            });
        }
        port(ports, Ports.RTSP, "protect_port", "rtsp_port");
        port(ports, Ports.HTTP, "http_port");
        port(ports, Ports.HTTPS, "https_port");
        port(ports, Ports.RTMP, "rtmp_port");
        if (!ports.isEmpty()) {
            ports.forEach(camera.withObjectProperty("ports")::put);
        }
        channel(camera, device.isPresent());
        if (needed && vendor != Vendor.GENERIC && !camera.has("host") && (vendor != Vendor.UNIFI || device.isEmpty())) {
            record.findings()
                    .error(
                            vendor == Vendor.UNIFI ? "protect_host" : "host",
                            vendor == Vendor.UNIFI
                                    ? "is missing; name the console here, or once in unifi_protect.json"
                                    : "is missing; it may also be called ip",
                            List.of());
        }
    }

    private Optional<String> device() {
        var console = Optional.ofNullable(record.text("protect_host"));
        return switch (vendor) {
            case UNIFI -> around.consoles().unifi(console);
            case EUFY -> around.consoles().eufy();
            case GENERIC, ONVIF, REOLINK, AMCREST -> Optional.empty();
        };
    }

    /** Once adopted, a camera is reached through its console only. */
    private void behindConsole(ObjectNode camera) {
        record.notNeeded("host", "ip");
        if (protectCamera != null) {
            camera.put("channel", protectCamera);
        }
    }

    private void ownAddress(ObjectNode camera) {
        var host = record.text("host", "ip");
        if (host != null) {
            camera.put("host", host);
        }
    }

    private void port(Map<String, Integer> ports, String service, String... names) {
        var port = record.whole(1, LAST_PORT, names);
        if (port != null) {
            ports.put(service, port);
        }
    }

    private void channel(ObjectNode camera, boolean onDevice) {
        if (vendor == Vendor.UNIFI) {
            record.notNeeded("channel");
            return;
        }
        if (vendor == Vendor.EUFY && onDevice) {
            var serial = record.text("serial");
            camera.put("channel", serial == null ? id : serial);
            return;
        }
        var channel = record.whole(0, 255, "channel");
        if (channel != null && vendor == Vendor.REOLINK) {
            // Earlier systems counted from 0, as RTMP and the camera's API do.
            camera.put("channel", Integer.toString(channel + 1));
        } else if (channel != null && channel > 0) {
            camera.put("channel", Integer.toString(channel));
        }
    }

    /** A UniFi stream's alias, which is a secret; empty where the environment or the console has it. */
    Optional<String> alias() {
        var written = record.text("rtsp_alias");
        if (vendor != Vendor.UNIFI) {
            return Optional.empty();
        }
        if (written != null && !written.equalsIgnoreCase(FROM_ENVIRONMENT)) {
            return Optional.of(written);
        }
        var variable = "CAMERA_" + id + "_TOKEN_ALIAS";
        boolean set = List.of(id, id.toUpperCase(Locale.ROOT).replace('-', '_'), String.valueOf(protectCamera)).stream()
                .anyMatch(name -> around.environment().containsKey("CAMERA_" + name + "_TOKEN_ALIAS"));
        if (written != null && !set) {
            record.findings()
                    .warn(
                            "rtsp_alias",
                            "stands for the environment variable " + variable
                                    + ", which is not set; set it, or give the"
                                    + " console a user so that it can be asked for the alias");
        }
        return Optional.empty();
    }
}
