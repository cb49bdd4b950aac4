// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.neolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CamerasFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeolinkConfigTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String SECRET = "\"a\\b${HOME}'#)\t€ \u0001";

    @TempDir
    Path folder;

    @Test
    void onlyCamerasThatAreReachedByNeolinkAreWritten() {
        var text = config("admin", "plain")
                .text(cameras(
                        "{id: gate, vendor: reolink, host: 10.0.0.7, channel: 2, streams: {main: {protocol: neolink}, sub: {protocol: neolink}}}",
                        "{id: yard, vendor: reolink, host: 10.0.0.8, streams: {main: {protocol: rtsp}}}"));

        assertThat(text).isEqualTo("""
                        bind = "0.0.0.0"
                        bind_port = 8554

                        [[cameras]]
                        name = "gate"
                        username = "admin"
                        password = "plain"
                        address = "10.0.0.7:9000"
                        stream = "both"
                        discovery = "local"
                        channel_id = 1
                        """);
    }

    @Test
    void theFileIsItsOwnersAndReplacedWhole() throws Exception {
        var file = folder.resolve("neolink.toml");
        Files.writeString(file, "old");

        config("admin", "canary").write(file, cameras(bridged()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("canary").doesNotContain("old");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void anyPasswordParsesBackToItself() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "An independent TOML parser is needed: /usr/bin/python3");
        var file = folder.resolve("neolink.toml");
        config("a@b", SECRET).write(file, cameras(bridged()));

        var parsed = parsed(file);

        assertThat(parsed.path("bind_port").asInt()).isEqualTo(8554);
        var camera = parsed.path("cameras").get(0);
        assertThat(camera.path("password").asText()).isEqualTo(SECRET);
        assertThat(camera.path("username").asText()).isEqualTo("a@b");
        assertThat(camera.path("stream").asText()).isEqualTo("mainStream");
    }

    @Test
    void aCameraWithoutAPasswordIsNamed() {
        var nobody = new NeolinkConfig("0.0.0.0", 8554, camera -> Optional.empty());
        assertThatThrownBy(() -> nobody.text(cameras(bridged()))).hasMessageContaining("gate");
    }

    private static String bridged() {
        return "{id: gate, vendor: reolink, host: 10.0.0.7, streams: {main: {protocol: neolink}}}";
    }

    private JsonNode parsed(Path file) throws Exception {
        var script = "import tomllib,json,sys; print(json.dumps(tomllib.load(open(sys.argv[1],'rb'))))";
        var output = folder.resolve("out.json");
        var python = new ProcessBuilder(PYTHON.toString(), "-c", script, file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(python.waitFor(20, TimeUnit.SECONDS)).isTrue();
        var text = Files.readString(output);
        Assumptions.assumeFalse(text.contains("No module named 'tomllib'"), "python3 is older than 3.11");
        return ContractsJson.mapper().readTree(text);
    }

    private static NeolinkConfig config(String user, String password) {
        return new NeolinkConfig("0.0.0.0", 8554, camera -> Optional.of(new Credentials(user, password)));
    }

    private static List<CameraSpec> cameras(String... cameras) {
        return CamerasFile.parse("version: 1\ncameras: [" + String.join(", ", cameras) + "]", Origin.FILE)
                .cameras();
    }
}
