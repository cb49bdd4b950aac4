// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static java.util.Objects.requireNonNull;

import io.nightjar.simulators.ClockStrip;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Watches a stream through the ffmpeg program and reads the clock strip of each picture. */
final class StripViewer implements AutoCloseable {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_PICTURES = 150;

    private final Process process;
    private final BlockingQueue<Optional<ClockStrip.Reading>> readings = new LinkedBlockingQueue<>();

    StripViewer(String url) throws IOException {
        this.process = new ProcessBuilder(
                        "ffmpeg",
                        "-nostdin",
                        "-loglevel",
                        "error",
                        "-rtsp_transport",
                        "tcp",
                        "-analyzeduration",
                        "300000",
                        "-flags",
                        "low_delay",
                        "-i",
                        url,
                        "-fps_mode",
                        "passthrough",
                        "-s",
                        WIDTH + "x" + HEIGHT,
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gray",
                        "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File("/dev/null"))
                .start();
        Thread.ofVirtual().start(this::read);
    }

    /** What the next picture says; empty where it carries no strip. */
    Optional<ClockStrip.Reading> next() throws InterruptedException {
        return requireNonNull(readings.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no picture came");
    }

    /** Looks at each picture as it comes until one is as it should be. */
    Optional<ClockStrip.Reading> until(Predicate<Optional<ClockStrip.Reading>> wanted) throws InterruptedException {
        for (var i = 0; i < MOST_PICTURES; i++) {
            var reading = next();
            if (wanted.test(reading)) {
                return reading;
            }
        }
        throw new AssertionError("No picture of " + MOST_PICTURES + " was as it should be");
    }

    private void read() {
        try (var input = process.getInputStream()) {
            for (var luma = input.readNBytes(WIDTH * HEIGHT);
                    luma.length == WIDTH * HEIGHT;
                    luma = input.readNBytes(WIDTH * HEIGHT)) {
                readings.add(ClockStrip.read(luma, WIDTH, WIDTH, HEIGHT));
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
