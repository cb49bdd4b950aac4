// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A camera that nobody of this house wrote: gst-rtsp-server with a pipeline of the test's choice. */
public final class GstCamera implements AutoCloseable {

    public static final String SOUND =
            " audiotestsrc is-live=true ! audio/x-raw,rate=8000,channels=1 ! mulawenc ! rtppcmupay name=pay1 pt=0 ";
    public static final String B_FRAMES =
            "x264enc bframes=2 b-adapt=false rc-lookahead=4 key-int-max=15 speed-preset=veryfast ! video/x-h264,profile=main"
                    + " ! rtph264pay name=pay0 pt=96 ";
    public static final String H265 =
            "x265enc tune=zerolatency speed-preset=ultrafast key-int-max=15 ! rtph265pay name=pay0 pt=96 ";
    public static final String MJPEG = "jpegenc ! rtpjpegpay name=pay0 pt=26 ";

    private static final String SERVER = """
            import gi, sys
            gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0')
            from gi.repository import Gst, GstRtspServer, GLib
            Gst.init(None)
            server = GstRtspServer.RTSPServer(); server.set_address('127.0.0.1'); server.set_service('0')
            factory = GstRtspServer.RTSPMediaFactory(); factory.set_shared(True)
            factory.set_launch('( videotestsrc is-live=true ! video/x-raw,format=I420,width=320,height=180,framerate=15/1 ! '
              + sys.argv[1] + ')')
            server.get_mount_points().add_factory('/cam', factory)
            server.attach(None)
            print(server.get_bound_port(), flush=True)
            GLib.MainLoop().run()
            """;

    private final Process process;
    private final int port;

    private GstCamera(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static GstCamera sending(String pipeline) throws IOException {
        var process = new ProcessBuilder("/usr/bin/python3", "-c", SERVER, pipeline)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assumeTrue(line != null, "SKIPPED: python3 with gst-rtsp-server is not installed here");
        return new GstCamera(process, Integer.parseInt(line));
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port + "/cam";
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(5, TimeUnit.SECONDS);
    }
}
