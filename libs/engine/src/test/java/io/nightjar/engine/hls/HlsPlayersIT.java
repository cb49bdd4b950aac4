// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.nightjar.engine.path.Paths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A live stream, played by programs that share no code with its muxer. */
class HlsPlayersIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");

    private final Paths paths = new Paths(Clock.systemUTC());
    private final HlsServer server = new HlsServer(paths);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private HlsSite site;

    @BeforeEach
    void open() throws IOException {
        site = new HlsSite(server);
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        server.close();
        site.close();
    }

    @Test
    void ffmpegPlaysThePlaylist() throws Exception {
        assumeTrue(Files.isExecutable(FFMPEG), "SKIPPED: " + FFMPEG + " is not installed on this machine");
        // Given
        live(Feed.withSound(paths));
        // When
        var process = new ProcessBuilder(
                        FFMPEG.toString(),
                        "-v",
                        "info",
                        "-i",
                        site.url("/live/index.m3u8"),
                        "-t",
                        "2",
                        "-f",
                        "null",
                        "-")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Then
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).contains("Video: h264").contains("Audio: opus").containsPattern("frame=\\s*(2[89]|3[0-9])");
    }

    @Test
    void aBrowserPlaysNearTheLiveEdgeAndRecoversFromARestart() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "SKIPPED: " + CHROMIUM + " is not installed on this machine");
        // Given
        var feed = Feed.of(paths, 640, 360);
        live(feed);
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var page = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(List.of("--no-sandbox", "--headless", "--disable-gpu", "--no-first-run")))
                    .newPage();
            // When
            page.navigate(site.url("/page"));
            // Then
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> number(page, "v.currentTime > 0 ? window.firstFrame ?? 0 : 0") > 0);
            await().atMost(Duration.ofSeconds(30)).until(() -> age(page) < 1500);
            // When
            feed.restart();
            // Then
            var restarted = number(page, "v.currentTime");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> number(page, "v.currentTime") > restarted + 3 && age(page) < 2500);
            assertThat((List<?>) page.evaluate("window.errors"))
                    .noneMatch(error -> error.toString().contains("fatal"));
        }
    }

    private static double age(Page page) {
        return number(page, "Date.now() - (hls.playingDate ? hls.playingDate.getTime() : 0)");
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private void live(Feed feed) {
        var ignored = timer.scheduleAtFixedRate(
                () -> feed.push(ChronoUnit.MICROS.between(
                        Instant.EPOCH, Clock.systemUTC().instant())),
                0,
                Feed.FRAME,
                TimeUnit.MICROSECONDS);
    }
}
