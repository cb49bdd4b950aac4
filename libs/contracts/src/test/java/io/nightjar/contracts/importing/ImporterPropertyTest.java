// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.CamerasFile;
import io.nightjar.contracts.file.Translated;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it neither fails nor shows a secret. */
class ImporterPropertyTest {

    private static final int TREES = 2000;
    private static final String SECRET = "canary";

    /** Their values are secret wherever they stand. */
    private static final List<String> SECRETS = List.of(
            "user",
            "username",
            "password",
            "pass",
            "rtsp_alias",
            "rtsp",
            "url",
            "rtsp_url",
            "sub_url",
            "snapshot_url",
            "credentials");

    private static final List<String> NAMES = List.of(
            "devices",
            "ptz_cameras",
            "settings",
            "ui_health_global_settings",
            "total_devices",
            "__notes",
            "architecture",
            "cameras",
            "version",
            "type",
            "name",
            "host",
            "ip",
            "capabilities",
            "ptz_capable",
            "stream_type",
            "stream_mode",
            "onvif_port",
            "channel",
            "protect_host",
            "protect_port",
            "camera_id",
            "packager_path",
            "hidden",
            "rtsp_input",
            "rtsp_output",
            "ll_hls",
            "publisher",
            "video",
            "audio",
            "enabled",
            "mjpeg_snap",
            "sub",
            "main",
            "snap_type",
            "width",
            "height",
            "fps",
            "timeout_ms",
            "neolink",
            "port",
            "player_settings",
            "hsl_delete_threshold",
            "hls_time",
            "hls_list_size",
            "hls_mode",
            "c:v",
            "c:a",
            "map",
            "maps",
            "vf",
            "r",
            "g",
            "keyint_min",
            "b:v",
            "x264-params",
            "force_key_frames",
            "resolution_main",
            "resolution_sub",
            "frame_rate_grid_mode",
            "rtsp_transport",
            "timeout",
            "probesize",
            "pub_fps",
            "scale_width",
            "hls",
            "segment_length",
            "console",
            "bridge",
            "serial",
            "T8416",
            "A b!",
            "id",
            "streams",
            "",
            "stream_path_main",
            "transport");

    private static final List<String> WORDS = List.of(
            "eufy",
            "UniFi",
            "reolink",
            "Amcrest",
            "generic",
            "onvif",
            "HLS",
            "LL_HLS",
            "MJPEG",
            "RTMP",
            "NEOLINK",
            "webrtc",
            "hls_transcode",
            "rtsps_transcode",
            "transcode",
            "copy",
            "libx264",
            "aac",
            "tcp",
            "udp",
            "N/A",
            "",
            "0",
            "-1",
            "0.5",
            "1e9",
            "640x360",
            "99999999999",
            "true",
            "scale=640:-1,fps=5",
            "scale=:",
            "10.0.0.1",
            "streaming",
            "ptz",
            "expr:gte(t,n_forced*2)",
            "PLACEHOLDER",
            "0:v:0",
            "\u0000",
            "a\nb",
            "{user}");

    private final Random random = new Random(20261121);

    @Test
    void anyTreeIsTranslatedAndReadWithoutFailing() {
        int recognised = 0;
        for (int count = 0; count < TREES; count++) {
            var root = count % 3 == 0 ? list() : catalogue();
            var context = ImportContext.of(
                    Map.of("EUFY_HLS_MODE", word(), "REOLINK_HLS_SEGMENT_LENGTH", word(), "RESOLUTION_SUB", word()),
                    VendorFiles.of(vendorFiles()));
            var imported = Importer.tryImport(root, context);
            imported.ifPresent(found -> holdsNoSecret(found, root));
            recognised += imported.isPresent() ? 1 : 0;
        }
        assertThat(recognised).isGreaterThan(TREES / 2);
    }

    private static void holdsNoSecret(Translated imported, JsonNode root) {
        assertThat(imported.problems().toString()).as(root.toString()).doesNotContain(SECRET);
        var file = CamerasFile.parse(imported.root().toString(), Origin.FILE);
        assertThat(file.cameras().toString()).as(root.toString()).doesNotContain(SECRET);
        assertThat(file.problems().toString()).as(root.toString()).doesNotContain(SECRET);
        assertThat(imported.root().path("cameras").isArray()).isTrue();
    }

    private JsonNode catalogue() {
        var root = object(0, false);
        var devices = root.putObject("devices");
        for (int count = random.nextInt(3); count >= 0; count--) {
            var camera = object(0, false);
            camera.put(
                    "type",
                    List.of("eufy", "unifi", "reolink", "amcrest", "generic", "onvif")
                            .get(random.nextInt(6)));
            devices.set("CAM" + count, camera);
        }
        return root;
    }

    private JsonNode list() {
        var root = JsonNodeFactory.instance.arrayNode();
        for (int count = random.nextInt(4); count >= 0; count--) {
            root.add(random.nextBoolean() ? object(2, false) : value(2, false));
        }
        return root;
    }

    private Map<Vendor, JsonNode> vendorFiles() {
        var files = new EnumMap<Vendor, JsonNode>(Vendor.class);
        if (random.nextBoolean()) {
            files.put(Vendor.values()[random.nextInt(Vendor.values().length)], object(1, false));
        }
        return files;
    }

    private ObjectNode object(int depth, boolean secret) {
        var object = JsonNodeFactory.instance.objectNode();
        for (int count = random.nextInt(9); count > 0; count--) {
            if (random.nextInt(4) == 0) {
                var name = SECRETS.get(random.nextInt(SECRETS.size()));
                object.set(name, value(depth + 1, true));
            } else {
                object.set(NAMES.get(random.nextInt(NAMES.size())), value(depth + 1, secret));
            }
        }
        return object;
    }

    private JsonNode value(int depth, boolean secret) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 4 ? 6 : 9)) {
            case 0 -> nodes.numberNode(random.nextInt(-5, 70_000));
            case 1 -> nodes.numberNode(random.nextDouble() * 10);
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> nodes.nullNode();
            case 4, 5 -> nodes.textNode(secret ? secret() : word());
            case 6 -> nodes.arrayNode().add(value(depth + 1, secret)).add(value(depth + 1, secret));
            default -> object(depth, secret);
        };
    }

    private String secret() {
        return List.of(
                        SECRET,
                        "rtsp://u:" + SECRET + "@10.0.0.1/live",
                        "rtsp://u:" + SECRET + "#/x@10.0.0.1/live",
                        "http://10.0.0.1/x?user=u&password=" + SECRET,
                        "rtsp://" + SECRET + "@",
                        SECRET + " " + SECRET)
                .get(random.nextInt(6));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
