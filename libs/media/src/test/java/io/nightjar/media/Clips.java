// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.util.ArrayList;
import java.util.List;

/** Short encoded streams for tests. */
final class Clips {

    private Clips() {}

    record Clip(TrackFormat format, List<Packet> packets) {}

    /** Pictures that move, 15 a second, a key picture each second. */
    static Clip moving(int width, int height, int pictures) {
        var packets = new ArrayList<Packet>();
        try (var encoder = H264Encoder.open(new H264Encoder.Settings(width, height, 15, 400_000, 15))) {
            for (int i = 0; i < pictures; i++) {
                var picture = TestPictures.moving(width, height, i);
                encoder.encode(picture, i * 66_667L, i % 15 == 0, packet -> packets.add(packet.copy()));
            }
            return new Clip(encoder.format(), packets);
        }
    }

    /** The same picture again and again, each a key picture. */
    static Clip still(int width, int height, int pictures, I420 picture) {
        var packets = new ArrayList<Packet>();
        try (var encoder = H264Encoder.open(new H264Encoder.Settings(width, height, 15, 400_000, 15))) {
            for (int i = 0; i < pictures; i++) {
                encoder.encode(picture, i * 1_000_000L, true, packet -> packets.add(packet.copy()));
            }
            return new Clip(encoder.format(), packets);
        }
    }
}
