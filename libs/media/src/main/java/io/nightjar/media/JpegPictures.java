// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest picture of a track of JPEGs, as it came: who wants it in full size gets it without any decoding. */
final class JpegPictures {

    private @Nullable Jpeg newest;
    private long sequence;
    private long errors;

    /** Takes the next picture; false when it is no whole JPEG. */
    boolean accept(Packet packet) {
        var bytes = JpegFile.complete(packet.data());
        var size = bytes.flatMap(whole -> JpegSize.of(ByteBuffer.wrap(whole)));
        if (bytes.isEmpty() || size.isEmpty()) {
            errors++;
            return false;
        }
        sequence++;
        newest = new Jpeg(bytes.get(), size.get().width(), size.get().height(), packet.ptsMicros(), sequence);
        return true;
    }

    Optional<Jpeg> newest() {
        return Optional.ofNullable(newest);
    }

    /** The newest picture, if it is not wider than asked. */
    Optional<Jpeg> within(int maxWidth) {
        return newest().filter(picture -> maxWidth <= 0 || picture.width() <= maxWidth);
    }

    long sequence() {
        return sequence;
    }

    long errors() {
        return errors;
    }
}
