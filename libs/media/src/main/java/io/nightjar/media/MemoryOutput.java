// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Memory that a muxer writes to, taken away piece by piece. */
final class MemoryOutput {

    private final AVFormatContext output;
    private @Nullable AVIOContext buffer;

    MemoryOutput(AVFormatContext output) {
        this.output = output;
    }

    boolean begun() {
        return buffer != null;
    }

    void begin() {
        if (buffer == null) {
            var opened = new AVIOContext(null);
            check("avio_open_dyn_buf", avio_open_dyn_buf(opened));
            buffer = opened;
            output.pb(opened);
        }
    }

    byte[] take() {
        var filled = buffer;
        if (filled == null) {
            return new byte[0];
        }
        buffer = null;
        var memory = new BytePointer((org.bytedeco.javacpp.Pointer) null);
        int size = avio_close_dyn_buf(filled, memory);
        output.pb(null);
        try {
            var bytes = new byte[size];
            memory.get(bytes);
            return bytes;
        } finally {
            av_free(memory);
        }
    }

    void discard() {
        if (begun()) {
            take();
        }
    }
}
