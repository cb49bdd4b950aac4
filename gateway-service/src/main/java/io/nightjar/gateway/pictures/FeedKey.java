// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.nightjar.contracts.stream.StreamId;

/** Moving pictures of one kind. Wishes that differ little share one feed, so sizes and rates are rounded. */
public record FeedKey(StreamId source, int fps, int width) {
    private static final int MOST_FPS = 30;
    private static final int WIDTH_STEP = 160;
    private static final int MOST_WIDTH = 1920;

    public static FeedKey of(StreamId source, int fps, int width) {
        int steps = (Math.min(width, MOST_WIDTH) + WIDTH_STEP - 1) / WIDTH_STEP;
        return new FeedKey(
                source, Math.clamp(fps, 1, MOST_FPS), Math.clamp((long) steps * WIDTH_STEP, WIDTH_STEP, MOST_WIDTH));
    }

    String path() {
        return "/internal/ingest/mjpeg/" + source + "?fps=" + fps + "&width=" + width;
    }
}
