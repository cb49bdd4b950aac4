// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.Paths;
import io.nightjar.engine.path.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person sees: the server played by a real Chromium. */
class WhepBrowserIT {

    private static final MediaPathName GATE = MediaPathName.of("gate/sub");
    private static Browser browser;
    private static Clip clip;

    private final Paths paths = new Paths(Clock.systemUTC());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
        clip = Clip.encode(640, 360, 25, 1_000_000);
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void aLateJoinerSeesThePictureAtOnceAndWithoutDelay() throws Exception {
        var source = live();
        var page = page(UnaryOperator.identity());
        await().until(() -> source.sent() % clip.gop() > clip.gop() / 2);

        play(page, "{}");
        frames(page, 35);

        var seen = summary(page, 10);
        assertThat(number(seen, "firstFrameMs")).isLessThan(3000);
        assertThat(number(seen, "width")).isEqualTo(640);
        awaitNoDelay(page);
    }

    @Test
    void losingOnePacketInFortyIsRepaired() throws Exception {
        live();
        var count = new AtomicInteger();
        var page = page(outlet -> (to, bytes, length) -> {
            if (media(bytes) && count.incrementAndGet() % 40 == 0) {
                return;
            }
            outlet.send(to, bytes, length);
        });

        play(page, "{}");
        frames(page, 50);

        var stats = stats(page);
        assertThat(number(stats, "nackCount")).isPositive();
        assertThat(number(stats, "packetsLost")).isZero();
        assertThat(number(stats, "framesDropped")).isLessThan(5);
        awaitNoDelay(page);
    }

    @Test
    void soundThatBrowsersTakeIsHeard() throws Exception {
        opened.add(new LiveSource(paths, GATE, clip).withTone());
        var page = page(UnaryOperator.identity());

        play(page, "{ audio: true }");

        page.waitForFunction("async () => (await receiverStats(player)).soundEnergy > 0.01");
        frames(page, 10);
    }

    @Test
    void aCameraThatReturnsIsSeenAgainWithoutReconnecting() throws Exception {
        var before = live();
        var page = page(UnaryOperator.identity());
        play(page, "{}");
        frames(page, 15);

        before.close();
        var shown = number(summary(page, 0), "frames");
        live();

        frames(page, shown + 20);
        assertThat(summary(page, 0).get("states")).isEqualTo(List.of("connecting", "connected"));
        awaitNoDelay(page);
    }

    @Test
    void aPlayerWithAnotherCertificateNeverConnects() throws Exception {
        live();
        var page = page(UnaryOperator.identity());

        play(page, "{ forge: true }");

        page.waitForFunction("() => player.states.includes('failed')");
        assertThat(number(summary(page, 0), "frames")).isZero();
    }

    @Test
    void bFramesAreRefusedWithASentence() throws Exception {
        var publication = paths.publish(GATE, List.of(clip.track())).orElseThrow();
        publication.unit(new Unit(0, 1_120_000, true, clip.picture(0)));
        publication.unit(new Unit(0, 1_040_000, false, clip.picture(1)));
        var page = page(UnaryOperator.identity());

        play(page, "{}");

        var seen = summary(page, 0);
        assertThat(number(seen, "status")).isEqualTo(406);
        assertThat((String) seen.get("error")).contains("B-frames").contains("HLS");
    }

    @Test
    void anEndedSessionIsNoticedByThePlayer() throws Exception {
        live();
        var page = page(UnaryOperator.identity());
        play(page, "{}");
        frames(page, 5);

        page.evaluate("fetch(player.location, { method: 'DELETE' })");

        page.waitForFunction("() => player.peer.getReceivers()[0].transport.state === 'closed'");
    }

    private LiveSource live() {
        var source = new LiveSource(paths, GATE, clip);
        opened.add(source);
        return source;
    }

    private Page page(UnaryOperator<Outlet> network) throws Exception {
        var whep = WhepServer.start(WhepOptions.loopback(), paths, Clock.systemUTC(), network);
        opened.add(whep);
        whep.warmUp().toCompletableFuture().get(30, TimeUnit.SECONDS);
        var site = new WhepSite(whep);
        opened.add(site);
        var page = browser.open(site);
        opened.add(page);
        return page;
    }

    private static void play(Page page, String options) {
        page.evaluate("async () => { window.player = await play('" + GATE + "', " + options + "); }");
    }

    private static void frames(Page page, double count) {
        page.waitForFunction("count => player.frames.length >= count", count);
    }

    /** Returns once a second of pictures was shown without delay or gap; a busy machine may need some more. */
    private static void awaitNoDelay(Page page) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var second = summary(page, (int) Math.max(0, number(summary(page, 0), "frames") - 25));
            assertThat(number(second, "ageP95")).isBetween(-20.0, 300.0);
            assertThat(number(second, "gapMax")).isLessThan(500);
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> summary(Page page, int skip) {
        return (Map<String, Object>) page.evaluate("skip => summary(player, skip)", skip);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> stats(Page page) {
        return (Map<String, Object>) page.evaluate("() => receiverStats(player)");
    }

    private static double number(Map<String, Object> values, String key) {
        return ((Number) values.get(key)).doubleValue();
    }

    private static boolean media(byte[] packet) {
        return (packet[0] & 0xc0) == 0x80 && (packet[1] & 0x7f) >= 96;
    }
}
