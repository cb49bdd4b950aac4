// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Loads the native libraries once and keeps them quiet. The first call takes up to a second: make it at start. */
public final class Libav {

    private static final Logger LOG = Logger.getLogger("io.nightjar.media.libav");
    private static final Pattern USERINFO = Pattern.compile("://[^/@\\s]*@");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passwd|passphrase|pwd|token|response|authorization)([=: ]+)\\S+");
    // libav holds only the function's address: without this the garbage collector would free it under libav's feet.
    private static final LogCallback LINES = new LogCallback() {
        @Override
        public void call(int level, BytePointer message) {
            try {
                LogScope.line(level, message.getString().strip());
            } catch (RuntimeException fault) {
                // Let go on into libav, it would end the process.
                LOG.warn("A line of libav was lost", fault);
            }
        }
    };
    private static final String VERSION;

    static {
        Loader.load(avutil.class);
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
        Loader.load(swscale.class);
        LogScope.chooseLevel();
        setLogCallback(LINES);
        avformat.avformat_network_init();
        VERSION = av_version_info().getString();
        KnownOption.verify(InputOption.NETWORK);
    }

    private Libav() {}

    /** Makes sure that everything native is in memory. */
    public static void load() {
        // Reading the field runs the initialiser above.
        LOG.tracef("libav %s", VERSION);
    }

    public static String version() {
        return VERSION;
    }

    /** The text without whatever could be a password. */
    static String masked(String text) {
        return SECRET.matcher(USERINFO.matcher(text).replaceAll("://***@")).replaceAll("$1$2***");
    }

    /** Turns a negative code into an exception; anything else is passed on. */
    static int check(String call, int code) {
        if (code < 0) {
            throw failure(call, code);
        }
        return code;
    }

    /** Makes "no memory", which libav tells by a null pointer, an exception. */
    static <P extends Pointer> P notNull(String call, @Nullable P pointer) {
        if (pointer == null || pointer.isNull()) {
            throw new MediaException(call, "no memory, or not supported", ErrorKind.INTERNAL);
        }
        return pointer;
    }

    static MediaException failure(String call, int code) {
        return new MediaException(call, code, text(code), ErrorKinds.of(code));
    }

    static String text(int code) {
        var text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
