// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Where the lines go that libav writes while it works for one owner: those that tell of damage are counted, and somebody
 * may listen to all of them. libav knows one log for everything, but it writes on the thread that called it.
 */
final class LogScope {

    private static final Logger LOG = Logger.getLogger("io.nightjar.media.libav");
    private static final ThreadLocal<LogScope> CURRENT = new ThreadLocal<>();
    private static final Map<LogScope, Listener> LISTENERS = new ConcurrentHashMap<>();

    private record Listener(LogLevel level, Consumer<String> lines) {}

    private final Damage damage;
    private final boolean reading;

    private LogScope(Damage damage, boolean reading) {
        this.damage = damage;
        this.reading = reading;
    }

    /** Of a reader: what is lost on the way is told in lines only. */
    static LogScope reader() {
        return new LogScope(new Damage(), true);
    }

    /** Of a decoder or writer: those tell of damage by themselves, and in several lines each time. */
    static LogScope worker() {
        return new LogScope(new Damage(), false);
    }

    Damage damage() {
        return damage;
    }

    /** Does work whose lines belong here. */
    <T> T within(Supplier<T> work) {
        var outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Sends lines of this level and above to a listener, which must be quick; replaces the one before. */
    void listen(LogLevel level, Consumer<String> lines) {
        LISTENERS.put(this, new Listener(level, lines));
        chooseLevel();
    }

    void silence() {
        if (LISTENERS.remove(this) != null) {
            chooseLevel();
        }
    }

    /** Warnings are always asked for: they tell of damage. */
    static void chooseLevel() {
        int level = LISTENERS.values().stream()
                .mapToInt(listener -> listener.level().number())
                .reduce(LogLevel.WARNING.number(), Math::max);
        av_log_set_level(level);
    }

    /** Takes a line from libav, on the thread that libav was called on or one of its own. */
    static void line(int level, String text) {
        var scope = CURRENT.get();
        if (scope != null) {
            scope.take(level, text);
        }
        if (level <= LogLevel.WARNING.number() && LOG.isDebugEnabled()) {
            LOG.debug(Libav.masked(text));
        }
    }

    private void take(int level, String text) {
        if (reading) {
            DamageLines.kind(text).ifPresent(damage::seen);
        }
        var listener = LISTENERS.get(this);
        if (listener != null && level <= listener.level().number()) {
            listener.lines().accept(Libav.masked(text));
        }
    }
}
