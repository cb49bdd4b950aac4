// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Ends native calls that wait, by deadline or because another thread says so. Latched: once fired it stays fired, for
 * libav may report success for a flushed packet and would then wait the whole time again.
 *
 * <p>libav asks before each of its many small reads whether to give up. Asked in Java, that question alone cost a tenth of
 * all that copying a camera costs. So libav asks itself: "is this frame writable?", which an empty frame is not, and a
 * frame with a buffer is.
 */
final class Interrupt implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;
    private static final Set<Interrupt> ACTIVE = ConcurrentHashMap.newKeySet();
    // JavaCPP's function pointers point to where the address of the function stands.
    private static final PointerPointer<Pointer> ADDRESS = new PointerPointer<>(2)
            .put(0, notNull("dlsym", Loader.addressof("av_frame_is_writable")))
            .put(1, null);
    private static final AVIOInterruptCB.Callback_Pointer QUESTION = new AVIOInterruptCB.Callback_Pointer(ADDRESS);

    static {
        // Deadlines are seconds long and met seldom: one look at all of them now and then is enough.
        var unused = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("libav deadlines").factory())
                .scheduleWithFixedDelay(
                        () -> ACTIVE.forEach(Interrupt::fired), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private final AVFrame answer = notNull("av_frame_alloc", av_frame_alloc());
    private volatile boolean fired;
    private volatile boolean asked;
    private volatile @Nullable MediaException fault;
    private volatile long deadline;
    private boolean closed;

    Interrupt(Duration first) {
        within(first);
        ACTIVE.add(this);
    }

    void attach(AVFormatContext context) {
        context.interrupt_callback().callback(QUESTION).opaque(answer);
    }

    /** Gives the next calls this long. */
    void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Ends the running call, and all later ones, from any thread. */
    void fire() {
        asked = true;
        end();
    }

    /** Waits this long, or until somebody ends the wait. The deadline does not: this is no fault of the source. */
    synchronized void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0 && !fired; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    boolean fired() {
        if (!fired && System.nanoTime() - deadline > 0) {
            end();
        }
        return fired;
    }

    /** Ends the running call because everything is about to be closed. */
    synchronized void end() {
        if (!fired && !closed) {
            answer.buf(0, notNull("av_buffer_alloc", av_buffer_alloc(1)));
        }
        fired = true;
        notifyAll();
    }

    /** Ends the running call, and all later ones, because the source is at fault: libav sees no more than an end. */
    void end(MediaException reason) {
        fault = reason;
        end();
    }

    Optional<MediaException> fault() {
        return Optional.ofNullable(fault);
    }

    /** Somebody asked for it, as opposed to a deadline that has passed. */
    boolean asked() {
        return asked;
    }

    /** Nothing native may be left that asks. */
    @Override
    public synchronized void close() {
        end();
        ACTIVE.remove(this);
        if (!closed) {
            closed = true;
            av_frame_free(answer);
        }
    }
}
