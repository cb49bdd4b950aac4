// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.nightjar.simulators.ClockStripScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web page as a person uses it, and what is really on the screen. */
public final class WallPage implements AutoCloseable {

    /** What the strip in a shown picture says: which frame it is, and how old it is by this machine's clock. */
    public record Strip(long frame, long ageMs) {}

    private static final String READ_STRIP = """
            ([camera, role]) => {
              const source = window.nightjar?.picture(camera, role);
              if (!source) return null;
              const width = source.videoWidth || source.width, height = source.videoHeight || source.height;
              if (!width || !height) return null;
              const canvas = new OffscreenCanvas(width, Math.ceil(width / 20));
              const context = canvas.getContext('2d');
              context.drawImage(source, 0, 0);
              const strip = decodeClockStrip(context.getImageData(0, 0, canvas.width, canvas.height));
              return strip === null ? null : [strip.frame, Date.now() - strip.wallMs];
            }
            """;

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> console = new ArrayList<>();

    private WallPage(BrowserContext context, Page page, String url) {
        this.context = context;
        this.page = page;
        this.url = url;
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("page error: " + error));
    }

    public static WallPage open(Chromium chromium, String url) {
        return open(chromium, url, List.of());
    }

    /** {@code players} limits how tiles may be played: whep, hls, mjpeg. */
    public static WallPage open(Chromium chromium, String url, List<String> players) {
        var context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        context.addInitScript(ClockStripScript.source() + ";window.decodeClockStrip = decodeClockStrip;");
        if (!players.isEmpty()) {
            context.addInitScript("localStorage.setItem('nightjar.players', '" + String.join(",", players) + "');");
        }
        var page = new WallPage(context, context.newPage(), url);
        page.page.navigate(url);
        return page;
    }

    public WallPage signIn(String password) {
        page.locator("#username").fill("admin");
        page.locator("#password").fill(password);
        page.locator("button.primary").click();
        page.locator("nj-sign-in").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    public Page page() {
        return page;
    }

    public String url() {
        return url;
    }

    /** Everything the page said in the console so far. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** The page's own facts about a tile; empty while there is no such tile. */
    @SuppressWarnings("unchecked") // a JSON object has string keys
    public Optional<Map<String, Object>> facts(String camera, String role) {
        return Optional.ofNullable((Map<String, Object>) page.evaluate(
                "([camera, role]) => window.nightjar?.tile(camera, role) ?? null", List.of(camera, role)));
    }

    public Optional<String> fact(String camera, String role, String name) {
        return facts(camera, role).map(facts -> facts.get(name)).map(String::valueOf);
    }

    /** Reads the clock in the picture that is on the screen now. */
    public Optional<Strip> strip(String camera, String role) {
        if (page.evaluate(READ_STRIP, List.of(camera, role)) instanceof List<?> values) {
            return Optional.of(new Strip(((Number) values.get(0)).longValue(), ((Number) values.get(1)).longValue()));
        }
        return Optional.empty();
    }

    /** Returns once the tile shows two different pictures that are both younger than {@code age}. */
    public void awaitFresh(String camera, String role, Duration age, Duration patience) {
        var seen = new long[] {-1};
        Until.isTrue(
                patience, camera + "/" + role + " shows fresh pictures; " + facts(camera, role) + " " + console, () -> {
                    var strip = strip(camera, role).filter(now -> now.ageMs() < age.toMillis());
                    if (strip.isEmpty()) {
                        return false;
                    }
                    if (seen[0] < 0 || strip.get().frame() < seen[0]) {
                        seen[0] = strip.get().frame();
                        return false;
                    }
                    return strip.get().frame() > seen[0];
                });
    }

    /** The visible words of a tile. */
    public String words(String cameraName) {
        var link = page.locator("nj-tile a")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".name").filter(new Locator.FilterOptions().setHasText(cameraName))));
        return link.count() == 0 ? "" : link.first().innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
