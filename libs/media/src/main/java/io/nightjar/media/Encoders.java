// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which H.264 encoders this machine really has. That one is listed says little: each is tried once, by encoding a few
 * pictures.
 */
public final class Encoders {

    /**
     * What came of trying one.
     *
     * @param name libav's
     * @param failure why it does not work; empty when it does
     */
    public record Attempt(String name, boolean hardware, Optional<String> failure) {
        public boolean works() {
            return failure.isEmpty();
        }
    }

    private static final Logger LOG = Logger.getLogger(Encoders.class);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int PICTURES = 5;
    /** So many pictures may an encoder keep back. */
    private static final int HELD = 2;

    private final List<EncoderRecipe> candidates;
    private final VideoEncoder.Factory factory;
    private List<Attempt> attempts = List.of();

    Encoders(List<EncoderRecipe> candidates, VideoEncoder.Factory factory) {
        this.candidates = candidates;
        this.factory = factory;
    }

    private static final class ThisMachine {
        private static final Encoders ENCODERS = new Encoders(EncoderRecipe.ALL, PictureEncoder::new);
    }

    /** Those of this machine. The first question takes as long as trying them does. */
    public static Encoders ofThisMachine() {
        return ThisMachine.ENCODERS;
    }

    /** What came of trying each, in the order in which they are chosen. */
    public synchronized List<Attempt> attempts() {
        if (attempts.isEmpty()) {
            attempts = candidates.stream().map(this::attempt).toList();
            LOG.infof(
                    "H.264 encoders of this machine: %s",
                    attempts.stream().map(Encoders::text).toList());
        }
        return attempts;
    }

    /** Those that work and are wished for, best first. */
    List<EncoderRecipe> choose(Encoder wish) {
        var tried = attempts();
        var working = new ArrayList<EncoderRecipe>();
        for (int i = 0; i < candidates.size(); i++) {
            if (tried.get(i).works()) {
                working.add(candidates.get(i));
            }
        }
        var hardware = working.stream().filter(EncoderRecipe::hardware).toList();
        if (wish == Encoder.HARDWARE && hardware.isEmpty()) {
            throw new MediaException(
                    "This machine has no hardware that encodes H.264 (tried " + tried(true)
                            + "): choose the encoder auto or software.",
                    ErrorKind.CONFIG,
                    null);
        }
        var chosen = wish == Encoder.SOFTWARE
                ? working.stream().filter(recipe -> !recipe.hardware()).toList()
                : working;
        if (chosen.isEmpty()) {
            throw new MediaException(
                    "No H.264 encoder works on this machine (tried " + tried(false) + ").", ErrorKind.CONFIG, null);
        }
        return chosen;
    }

    VideoEncoder open(EncoderRecipe recipe, EncoderSettings settings) {
        return factory.open(recipe, settings);
    }

    private String tried(boolean hardware) {
        return candidates.stream()
                .filter(recipe -> recipe.hardware() || !hardware)
                .map(EncoderRecipe::name)
                .collect(Collectors.joining(", "));
    }

    private Attempt attempt(EncoderRecipe recipe) {
        var scope = LogScope.worker();
        var lines = new ArrayList<String>();
        scope.listen(LogLevel.ERROR, lines::add);
        try {
            return scope.within(() -> attempted(recipe, lines));
        } finally {
            scope.silence();
        }
    }

    private Attempt attempted(EncoderRecipe recipe, List<String> lines) {
        try {
            tryOut(recipe);
            return new Attempt(recipe.name(), recipe.hardware(), Optional.empty());
        } catch (MediaException failure) {
            // libav's first line says what its code does not: which library or device is missing.
            var why = lines.isEmpty()
                    ? failure.call() + ": " + failure.libavText()
                    : lines.getFirst().replaceFirst("^\\[[^]]*] ", "");
            return new Attempt(recipe.name(), recipe.hardware(), Optional.of(why));
        }
    }

    private void tryOut(EncoderRecipe recipe) {
        Libav.load();
        var shape = PictureShape.of(TrackFormat.video(Codec.H264, WIDTH, HEIGHT, 25, new byte[0]));
        var resources = new Resources();
        try {
            var encoder = factory.open(recipe, new EncoderSettings(shape, 25, 500_000, 25));
            resources.own(encoder, encoder::close);
            var picture = Native.frame(resources, recipe.pixelFormat(), WIDTH, HEIGHT);
            int packets = 0;
            for (int i = 0; i < PICTURES; i++) {
                Libav.check("av_frame_make_writable", av_frame_make_writable(picture));
                packets += encoder.encode(picture, i * 40_000L, false).size();
            }
            if (packets < PICTURES - HELD) {
                throw new MediaException("encode", "keeps back too many pictures", ErrorKind.CODEC);
            }
        } finally {
            resources.close();
        }
    }

    private static String text(Attempt attempt) {
        return attempt.name() + attempt.failure().map(why -> ": no, " + why).orElse(": yes");
    }
}
