// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.media.Codec;
import io.nightjar.media.JpegSize;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that a camera changed its picture format without saying so: the parameter sets, or a JPEG's size. */
final class ParameterSets {

    private static final int H264_SEQUENCE = 7;
    private static final int H265_SEQUENCE = 33;

    private final Codec codec;
    private final boolean readable;
    private Optional<JpegSize> size = Optional.empty();
    private @Nullable ByteBuffer sequence;

    ParameterSets(TrackFormat video) {
        codec = video.codec();
        readable = !video.lengthPrefixed() && (codec == Codec.H264 || codec == Codec.H265);
    }

    /** True when this key frame begins with another sequence parameter set, or has another size, than the one before. */
    boolean changed(Packet key) {
        if (codec == Codec.MJPEG) {
            return resized(JpegSize.of(key.data()));
        }
        var found = readable ? find(key.data()) : null;
        if (found == null) {
            return false;
        }
        var before = sequence;
        if (before != null && before.equals(found)) {
            return false;
        }
        var kept = ByteBuffer.allocate(found.remaining());
        sequence = kept.put(found).flip();
        return before != null;
    }

    private boolean resized(Optional<JpegSize> now) {
        boolean changed = size.isPresent() && now.isPresent() && !now.equals(size);
        size = now.or(() -> size);
        return changed;
    }

    private @Nullable ByteBuffer find(ByteBuffer data) {
        int begin = -1;
        for (int index = data.position(); index + 3 < data.limit(); index++) {
            if (data.get(index) != 0 || data.get(index + 1) != 0 || data.get(index + 2) != 1) {
                continue;
            }
            if (begin >= 0) {
                return unit(data, begin, index);
            }
            int type = codec == Codec.H264 ? data.get(index + 3) & 0x1f : data.get(index + 3) >> 1 & 0x3f;
            if (type == (codec == Codec.H264 ? H264_SEQUENCE : H265_SEQUENCE)) {
                begin = index + 3;
            } else if (type <= (codec == Codec.H264 ? 5 : 21) && type > 0) {
                // Parameter sets stand before the picture's slices; those are long and not searched.
                return null;
            }
            index += 2;
        }
        return begin < 0 ? null : unit(data, begin, data.limit());
    }

    /** Without the zeros that belong to the next start code. */
    private static ByteBuffer unit(ByteBuffer data, int begin, int end) {
        int last = end;
        while (last > begin && data.get(last - 1) == 0) {
            last--;
        }
        return data.slice(begin, last - begin);
    }
}
