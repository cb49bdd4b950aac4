// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.amcrest.AmcrestCamera;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.eufy.BridgeCamera;
import io.nightjar.simulators.eufy.EufyBridgeSimulator;
import io.nightjar.simulators.eufy.EufyCamera;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.http.WebCamera;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.reolink.ReolinkCamera;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.nightjar.simulators.scene.Scene;
import io.nightjar.simulators.srt.SrtCamera;
import io.nightjar.simulators.unifi.ProtectConsole;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** One camera of each vendor, and two of none: one speaks only HTTP, one only SRT. Passwords are new at each start. */
final class VendorSite {

    private static final String CONSOLE = "protect";
    private static final String BRIDGE = "eufy-bridge";
    private static final String SERIAL = "T8416N0012345678";

    private VendorSite() {}

    static DemoSite start(Vertx vertx) {
        return DemoSite.start(List.of(
                () -> reolink(vertx),
                () -> amcrest(vertx),
                () -> unifi(vertx),
                () -> eufy(vertx),
                () -> onvif(vertx),
                () -> web(vertx),
                () -> srt(vertx)));
    }

    /** Its small stream comes over RTSP, its large one over RTMP. */
    private static DemoMember reolink(Vertx vertx) {
        var camera = locked(ReolinkCamera.builder("Reolink yard")
                        .scene(Scene.garden())
                        .head(head()))
                .start(vertx);
        return new VendorMember(CameraId.of("reolink"), camera, (entry, devices) -> {
            describe(entry, "reolink", camera);
            movable(entry);
            var streams = entry.putObject("streams");
            streams.putObject("main").put("protocol", "rtmp").put("onDemand", true);
            streams.putObject("sub").put("protocol", "rtsp");
        });
    }

    /** Its small stream comes as MJPEG, its large one over RTSP. */
    private static DemoMember amcrest(Vertx vertx) {
        var camera = locked(AmcrestCamera.builder("Amcrest porch")
                        .scene(Scene.driveway())
                        .head(head()))
                .start(vertx);
        return new VendorMember(CameraId.of("amcrest"), camera, (entry, devices) -> {
            describe(entry, "amcrest", camera);
            movable(entry);
            var streams = entry.putObject("streams");
            streams.putObject("main").put("protocol", "rtsp").put("onDemand", true);
            streams.putObject("sub").put("protocol", "mjpeg");
        });
    }

    private static DemoMember unifi(Vertx vertx) {
        var head = head();
        var console = locked(ProtectConsole.builder("UniFi console").camera("UniFi pier", Scene.harbour(), head))
                .start(vertx);
        return new VendorMember(CameraId.of("unifi"), console, head, () -> {}, (entry, devices) -> {
            var camera = console.cameras().getFirst();
            entry.put("name", camera.name()).put("vendor", "unifi");
            entry.put("device", CONSOLE).put("channel", camera.id());
            movable(entry);
            bothStreams(entry);
            var device = devices.addObject().put("id", CONSOLE);
            describe(device, "unifi", console);
            device.put("certificate", console.fingerprint());
        });
    }

    /** It turns through a bridge, which knows it by its serial. */
    private static DemoMember eufy(Vertx vertx) {
        var head = head();
        var profile = new StreamProfile(960, 540, 15, 900_000);
        var camera = locked(EufyCamera.builder("Eufy door")
                        .scene(Scene.warehouse())
                        .head(head)
                        .main(profile))
                .start(vertx);
        var bridge = EufyBridgeSimulator.builder()
                .camera(BridgeCamera.turning(SERIAL, camera.name(), head))
                .start(vertx);
        return new VendorMember(CameraId.of("eufy"), camera, head, bridge::close, (entry, devices) -> {
            describe(entry, "eufy", camera);
            entry.put("device", BRIDGE).put("channel", SERIAL);
            movable(entry);
            devices.addObject()
                    .put("id", BRIDGE)
                    .put("vendor", "eufy")
                    .put("host", Door.HOST)
                    .putObject("ports")
                    .put(Ports.BRIDGE, bridge.port());
            entry.putObject("streams").putObject("sub");
        });
    }

    private static DemoMember onvif(Vertx vertx) {
        var camera = locked(OnvifSimulator.builder("ONVIF hall")
                        .scene(Scene.driveway())
                        .head(head()))
                .start(vertx);
        return new VendorMember(CameraId.of("onvif"), camera, (entry, devices) -> {
            describe(entry, "onvif", camera);
            movable(entry);
            bothStreams(entry);
        });
    }

    /** Its small stream comes as FLV, its large one as HLS. */
    private static DemoMember web(Vertx vertx) {
        var camera = WebCamera.builder("Web shop").scene(Scene.warehouse()).start(vertx);
        return new VendorMember(CameraId.of("web"), camera, (entry, devices) -> {
            entry.put("vendor", "generic");
            var streams = entry.putObject("streams");
            streams.putObject("main")
                    .put("url", camera.hlsUrl(Role.MAIN))
                    .put("protocol", "hls")
                    .put("onDemand", true);
            streams.putObject("sub").put("url", camera.flvUrl(Role.SUB)).put("protocol", "flv");
        });
    }

    /** It waits to be called, and its password is the passphrase. */
    private static DemoMember srt(Vertx vertx) {
        var camera =
                locked(SrtCamera.builder("SRT mast").scene(Scene.harbour())).start(vertx);
        return new VendorMember(CameraId.of("srt"), camera, (entry, devices) -> {
            entry.put("vendor", "generic");
            var credentials = Objects.requireNonNull(camera.credentials());
            entry.putObject("credentials")
                    .put("username", credentials.username())
                    .put("password", credentials.password());
            var address = camera.url(Role.SUB) + "?passphrase={password}";
            entry.putObject("streams").putObject("sub").put("url", address);
        });
    }

    private static Head head() {
        return new Head(Clock.systemUTC());
    }

    private static void movable(ObjectNode entry) {
        entry.putArray("capabilities").add("streaming").add("ptz");
    }

    private static void bothStreams(ObjectNode entry) {
        var streams = entry.putObject("streams");
        streams.putObject("main").put("onDemand", true);
        streams.putObject("sub");
    }

    private static <B extends DeviceBuilder<B, D>, D> B locked(B builder) {
        return builder.credentials("nightjar", DemoSite.randomPassword());
    }

    private static void describe(ObjectNode entry, String vendor, SimulatedDevice<?> device) {
        entry.put("vendor", vendor).put("host", Door.HOST);
        var ports = entry.putObject("ports");
        device.ports().forEach(ports::put);
        var credentials = device.credentials();
        if (credentials != null) {
            entry.putObject("credentials")
                    .put("username", credentials.username())
                    .put("password", credentials.password());
        }
    }
}
