// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Watches a stream through the ffmpeg program and reads the clock strip of each picture. */
public final class StripViewer implements AutoCloseable {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_PICTURES = 150;

    private final Process process;
    private final BlockingQueue<Optional<ClockStrip.Reading>> readings = new LinkedBlockingQueue<>();

    /** Over TCP where the stream is RTSP; the options stand before the address. */
    public StripViewer(String url, String... inputOptions) throws IOException {
        var command = new ArrayList<>(List.of(
                "ffmpeg", "-nostdin", "-loglevel", "error", "-analyzeduration", "300000", "-flags", "low_delay"));
        if (url.startsWith("rtsp")) {
            command.addAll(List.of("-rtsp_transport", "tcp"));
        }
        command.addAll(List.of(inputOptions));
        command.addAll(List.of("-i", url, "-fps_mode", "passthrough", "-s", WIDTH + "x" + HEIGHT));
        command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "gray", "-"));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File("/dev/null"))
                .start();
        Thread.ofVirtual().start(this::read);
    }

    /** What the next picture says; empty where it carries no strip. */
    public Optional<ClockStrip.Reading> next() throws InterruptedException {
        return requireNonNull(readings.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no picture came");
    }

    /** Looks at each picture as it comes until one is as it should be. */
    public Optional<ClockStrip.Reading> until(Predicate<Optional<ClockStrip.Reading>> wanted)
            throws InterruptedException {
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
