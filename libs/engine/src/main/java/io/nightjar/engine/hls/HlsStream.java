// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import io.nightjar.engine.path.MediaPath;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Answers the requests for one stream: at once, or as soon as what they wait for is there. */
final class HlsStream {

    private record Variant(boolean delta, String suffix) {}

    private final String prefix = randomName();
    private final Pattern media = Pattern.compile(prefix + "_(init|seg|part)(\\d{1,15})\\.mp4");
    private final Duration patience;
    private final Window window;
    private final HlsMuxer muxer;
    private final Map<Variant, byte[]> rendered = new HashMap<>();
    private long renderedVersion = -1;
    private volatile long lastAsked = System.nanoTime();

    HlsStream(String name, HlsOptions options) {
        this.patience = options.patience();
        this.window = new Window(options.listed());
        this.muxer = new HlsMuxer(name, window);
    }

    private static String randomName() {
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    void attach(MediaPath path) {
        muxer.attach(path);
    }

    boolean attached() {
        return muxer.attached();
    }

    Duration unasked() {
        return Duration.ofNanos(System.nanoTime() - lastAsked);
    }

    void close() {
        muxer.close();
    }

    CompletionStage<HlsReply> get(String file, Map<String, String> query) {
        lastAsked = System.nanoTime();
        if (muxer.impossible()) {
            return reply(HlsReply.refused(
                    415, "This stream's format does not play in HLS; choose H.264 or H.265 in the camera's settings."));
        }
        return switch (file) {
            case PlaylistText.MULTIVARIANT -> multivariant(Reload.suffix(query));
            case PlaylistText.MEDIA ->
                Reload.parse(query)
                        .map(this::playlist)
                        .orElseGet(() -> reply(HlsReply.refused(
                                400, "_HLS_msn and _HLS_part are whole numbers, and _HLS_part needs _HLS_msn.")));
            default -> file(file);
        };
    }

    private CompletionStage<HlsReply> multivariant(String suffix) {
        return playable()
                .thenApply(ready -> ready
                        ? HlsReply.playlist(PlaylistText.multivariant(window.formats(), window.bitsPerSecond(), suffix)
                                .getBytes(StandardCharsets.UTF_8))
                        : HlsReply.offline());
    }

    private CompletionStage<HlsReply> playlist(Reload reload) {
        return playable().thenCompose(ready -> {
            if (!ready && !window.ended()) {
                return reply(HlsReply.offline());
            }
            if (!window.ended() && reload.tooFar(window)) {
                return reply(HlsReply.refused(400, "This part is too far in the future."));
            }
            return patient(window.await(reload::satisfied), window.timing().patienceMillis())
                    .thenApply(reached -> reached || window.ended()
                            ? HlsReply.playlist(render(new Variant(reload.skip(), reload.suffix())))
                            : HlsReply.offline());
        });
    }

    private CompletionStage<Boolean> playable() {
        return patient(window.await(Window::playable), patience.toMillis());
    }

    /** Everybody who waited for the same part gets the same bytes. */
    private byte[] render(Variant variant) {
        synchronized (window) {
            if (renderedVersion != window.version()) {
                rendered.clear();
                renderedVersion = window.version();
            }
            return rendered.computeIfAbsent(
                    variant, wanted -> PlaylistText.media(window, prefix, wanted.suffix(), wanted.delta())
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private CompletionStage<HlsReply> file(String file) {
        var name = media.matcher(file);
        if (!name.matches()) {
            return reply(HlsReply.gone());
        }
        long number = Long.parseLong(name.group(2));
        return switch (name.group(1)) {
            case "init" -> found(window.init((int) Math.min(number, Integer.MAX_VALUE)));
            case "seg" -> found(window.segment(number));
            default -> part(number);
        };
    }

    /** The hinted part is waited for; later ones may never come. */
    private CompletionStage<HlsReply> part(long number) {
        if (number != window.nextPart()) {
            return found(window.part(number));
        }
        return patient(
                        window.await(now -> now.nextPart() > number),
                        window.timing().patienceMillis())
                .thenCompose(reached -> found(window.part(number)));
    }

    private static CompletionStage<HlsReply> found(Optional<byte[]> bytes) {
        return reply(bytes.map(HlsReply::media).orElseGet(HlsReply::gone));
    }

    private static CompletionStage<HlsReply> reply(HlsReply reply) {
        return CompletableFuture.completedFuture(reply);
    }

    /** False when it takes too long. */
    private static CompletionStage<Boolean> patient(CompletionStage<Boolean> stage, long millis) {
        return stage.toCompletableFuture()
                .orTimeout(millis, TimeUnit.MILLISECONDS)
                .handle((reached, late) -> late == null && reached);
    }
}
