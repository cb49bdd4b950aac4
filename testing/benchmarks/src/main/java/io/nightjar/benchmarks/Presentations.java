// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Until;
import io.nightjar.house.WallPage;
import java.time.Duration;
import java.util.List;

/** Reads the clock in each picture the moment it is presented first. */
final class Presentations {

    private static final String WATCH = """
            ([camera, role]) => {
              const ages = (window.ages = []);
              let last = -1;
              const canvas = new OffscreenCanvas(8, 8);
              const context = canvas.getContext('2d', { willReadFrequently: true });
              const look = () => {
                const source = window.nightjar.picture(camera, role);
                const width = source ? source.videoWidth || source.width : 0;
                if (width > 0) {
                  const height = Math.ceil(width / 20);
                  if (canvas.width !== width) { canvas.width = width; canvas.height = height; }
                  context.drawImage(source, 0, 0);
                  const now = performance.timeOrigin + performance.now();
                  const strip = decodeClockStrip(context.getImageData(0, 0, width, height));
                  if (strip !== null && strip.frame > last) {
                    if (last >= 0) ages.push(now - strip.wallMs);
                    last = strip.frame;
                  }
                }
                next();
              };
              const next = () => {
                const source = window.nightjar.picture(camera, role);
                if (source && source.requestVideoFrameCallback) source.requestVideoFrameCallback(look);
                else requestAnimationFrame(look);
              };
              next();
            }
            """;

    private Presentations() {}

    static Percentiles measure(WallPage wall, String camera, String role, int frames) {
        wall.page().evaluate(WATCH, List.of(camera, role));
        Until.isTrue(
                Duration.ofSeconds(60 + frames / 10),
                frames + " frames of " + camera,
                () -> ((Number) wall.page().evaluate("window.ages.length")).intValue() >= frames);
        var ages = (List<?>) wall.page().evaluate("window.ages");
        return Percentiles.of(
                ages.stream().map(age -> ((Number) age).doubleValue()).toList());
    }
}
