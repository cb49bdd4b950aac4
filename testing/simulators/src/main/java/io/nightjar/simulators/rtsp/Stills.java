// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.nightjar.media.I420;
import io.nightjar.media.JpegEncoder;
import java.util.HashMap;
import java.util.Map;

/** Encodes pictures as JPEG in the sizes they are asked for, never distorted. Used by one thread. */
final class Stills implements AutoCloseable {

    private static final int QUALITY = 75;
    private static final int MOST_SIZES = 4;

    private final Map<Integer, JpegEncoder> encoders = new HashMap<>();

    /** The picture as JPEG of about this width; 0 means as it is. */
    byte[] encode(I420 picture, int width) {
        var wanted = width <= 0 ? picture.width() : Math.max(width / 2 * 2, 2);
        var height = Math.max((int) Math.round(wanted * picture.height() / 2.0 / picture.width()) * 2, 2);
        if (!encoders.containsKey(wanted) && encoders.size() == MOST_SIZES) {
            close();
        }
        return encoders.computeIfAbsent(wanted, missing -> JpegEncoder.open(wanted, height, QUALITY))
                .encode(picture);
    }

    /** Forgets all sizes; may be used again. */
    @Override
    public void close() {
        encoders.values().forEach(JpegEncoder::close);
        encoders.clear();
    }
}
