// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** RTSP servers that share no code with libav: gst-rtsp-server, run by the system's python. */
final class GstServers implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final Process process;
    private final int open;
    private final int guarded;

    private GstServers(Process process, int open, int guarded) {
        this.process = process;
        this.open = open;
        this.guarded = guarded;
    }

    static GstServers start(Path recording) throws IOException, InterruptedException {
        Programs.require(PYTHON);
        var check = new ProcessBuilder(
                        PYTHON,
                        "-c",
                        "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer")
                .start();
        Assumptions.assumeTrue(
                check.waitFor() == 0, "SKIPPED: python3-gi and gir1.2-gst-rtsp-server-1.0 are not installed");
        var script = Files.createTempFile("gst", ".py");
        try (var source = GstServers.class.getResourceAsStream("/gst_rtsp_server.py")) {
            Files.write(script, source.readAllBytes());
        }
        var process = new ProcessBuilder(PYTHON, script.toString(), recording.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var ports = output.readLine().split(" ");
        Files.delete(script);
        return new GstServers(process, Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    String url(String path) {
        return "rtsp://127.0.0.1:" + open + path;
    }

    String guarded(String userinfo) {
        return "rtsp://" + userinfo + "@127.0.0.1:" + guarded + "/cam";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(3, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
