// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Track.Codec;
import io.nightjar.media.H264Encoder;
import io.nightjar.media.I420;
import io.nightjar.rtsp.rtp.Nal;
import java.util.ArrayList;
import java.util.List;

/** Two seconds of moving pictures as H.264, encoded when the tests begin. Its pictures are lists of NAL units. */
record Clip(List<List<byte[]>> pictures, List<byte[]> parameterSets, int fps, int gop) {

    static Clip encode(int width, int height, int fps, int bitrate) {
        var pictures = new ArrayList<List<byte[]>>();
        var image = new I420(width, height);
        try (var encoder = H264Encoder.open(new H264Encoder.Settings(width, height, fps, bitrate, fps))) {
            for (int i = 0; i < 2 * fps; i++) {
                draw(image, i);
                encoder.encode(
                        image, i * 1_000_000L / fps, i % fps == 0, packet -> pictures.add(Nal.split(packet.bytes())));
            }
        }
        var sets = pictures.getFirst().stream()
                .filter(nal -> Nal.h264Type(nal) == Nal.H264_SPS || Nal.h264Type(nal) == Nal.H264_PPS)
                .toList();
        return new Clip(pictures, sets, fps, fps);
    }

    private static void draw(I420 image, int number) {
        byte[] bytes = image.bytes();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                bytes[y * image.width() + x] = (byte) (60 + ((x + 3 * number) * (y + number) >> 5) % 120);
            }
        }
        for (int i = image.uOffset(); i < bytes.length; i++) {
            bytes[i] = (byte) (118 + (i + number) % 20);
        }
    }

    Track track() {
        return new Track(0, Codec.H264, 96, 90_000, 0, parameterSets);
    }

    List<byte[]> picture(int number) {
        return pictures.get(number % pictures.size());
    }

    boolean key(int number) {
        return number % gop == 0;
    }
}
