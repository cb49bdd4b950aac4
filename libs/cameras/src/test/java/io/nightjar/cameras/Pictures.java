// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Real JPEG pictures, each different. */
public final class Pictures {

    private Pictures() {}

    public static byte[] picture(int seed) {
        var random = new Random(seed);
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One that holds another whole picture, as a camera's preview, in its headers. */
    public static byte[] withPreview(int seed) {
        var outer = picture(seed);
        var inner = picture(seed + 1);
        int length = inner.length + 2;
        var preview =
                ScriptedWeb.joined(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length}, inner);
        return ScriptedWeb.joined(
                new byte[] {(byte) 0xff, (byte) 0xd8}, preview, Arrays.copyOfRange(outer, 2, outer.length));
    }
}
