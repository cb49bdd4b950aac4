// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The size a JPEG says it has. */
public record JpegSize(int width, int height) {

    /** Empty for what is no JPEG. */
    public static Optional<JpegSize> of(ByteBuffer jpeg) {
        var data = jpeg.duplicate();
        if (data.remaining() < 4 || data.getShort() != (short) 0xffd8) {
            return Optional.empty();
        }
        while (data.remaining() >= 9) {
            int marker = data.getShort() & 0xffff;
            int length = data.getShort() & 0xffff;
            if (marker >= 0xffc0 && marker <= 0xffc2) {
                data.get();
                int height = data.getShort() & 0xffff;
                return Optional.of(new JpegSize(data.getShort() & 0xffff, height));
            }
            if (marker >> 8 != 0xff || length < 2 || length - 2 > data.remaining()) {
                return Optional.empty();
            }
            data.position(data.position() + length - 2);
        }
        return Optional.empty();
    }
}
