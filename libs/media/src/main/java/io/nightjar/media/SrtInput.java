// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.srt.SrtAddress;
import io.nightjar.media.srt.SrtConnection;
import io.nightjar.media.srt.SrtException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/** A connection of SRT as libav reads it: some bytes whenever it asks for them. */
final class SrtInput implements AutoCloseable {

    private static final int ROOM = 32_768;
    private static final int USUAL_BUFFER = 1 << 21;
    private static final Map<Long, SrtInput> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NUMBERS = new AtomicLong();
    // One for all: JavaCPP has few places for such functions, and keeps none of them from the garbage collector.
    private static final Read_packet_Pointer_BytePointer_int READ = new Read_packet_Pointer_BytePointer_int() {
        @Override
        public int call(Pointer which, BytePointer target, int room) {
            var input = OPEN.get(new LongPointer(which).get());
            return input == null ? AVERROR_EXIT : input.read(target, room);
        }
    };

    private final SrtConnection connection;
    private final Interrupt interrupt;
    private final LongPointer number = new LongPointer(1);
    private final AVIOContext context;
    private final byte[] bytes = new byte[ROOM];

    private SrtInput(SrtConnection connection, Interrupt interrupt) {
        this.connection = connection;
        this.interrupt = interrupt;
        number.put(NUMBERS.incrementAndGet());
        var buffer = new BytePointer(notNull("av_malloc", av_malloc(ROOM)));
        this.context = notNull(
                "avio_alloc_context",
                avio_alloc_context(
                        buffer,
                        ROOM,
                        0,
                        number,
                        READ,
                        (Write_packet_Pointer_BytePointer_int) null,
                        (Seek_Pointer_long_int) null));
        OPEN.put(number.get(), this);
    }

    /** Calls the camera; in the time that the interrupt leaves. */
    static SrtInput open(ReaderOptions options, Interrupt interrupt) {
        int buffer = Objects.requireNonNullElse(options.input().bufferBytes(), USUAL_BUFFER);
        try {
            var address = SrtAddress.parse(options.url());
            return new SrtInput(SrtConnection.open(address, buffer, interrupt::fired), interrupt);
        } catch (InterruptedIOException late) {
            throw InputFailures.interrupted("srt", interrupt);
        } catch (IOException broken) {
            throw failure(broken);
        }
    }

    void attach(AVFormatContext input) {
        input.pb(context);
        input.flags(input.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
    }

    private int read(BytePointer target, int room) {
        try {
            int length = connection.read(bytes, Math.min(room, ROOM));
            if (length < 0) {
                return AVERROR_EOF;
            }
            target.put(bytes, 0, length);
            return length;
        } catch (InterruptedIOException asked) {
            return AVERROR_EXIT;
        } catch (IOException broken) {
            interrupt.end(failure(broken));
        } catch (RuntimeException fault) {
            // Let go on into libav, it would end the process.
            interrupt.end(new MediaException("The stream failed by a fault in Nightjar.", ErrorKind.INTERNAL, fault));
        }
        return AVERROR_EXIT;
    }

    private static MediaException failure(IOException broken) {
        return broken instanceof SrtException told
                ? new MediaException(told.sentence(), told.kind(), told)
                : new MediaException("The camera closed the connection.", ErrorKind.RESET, broken);
    }

    /** After libav has let go of it. */
    @Override
    public void close() {
        OPEN.remove(number.get());
        av_free(context.buffer());
        avio_context_free(context);
        number.deallocate();
        connection.close();
    }
}
