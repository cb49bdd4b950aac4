// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * Makes of a camera's JPEG one that every viewer shows. Local cameras leave out the Huffman tables, which are always the
 * same (ITU-T T.81, K.3); others send zeros or text behind the picture.
 */
final class JpegFile {

    private static final int START = 0xffd8;
    private static final int END = 0xffd9;
    private static final int TABLES = 0xffc4;
    private static final int SCAN = 0xffda;
    private static final byte[] STANDARD_TABLES = standardTables();

    private JpegFile() {}

    /** The whole picture; empty when it has no beginning or was cut off before its end. */
    static Optional<byte[]> complete(ByteBuffer data) {
        int begin = data.position();
        int end = end(data);
        if (data.remaining() < 4 || marker(data, begin) != START || end < 0) {
            return Optional.empty();
        }
        var picture = new byte[end - begin];
        data.get(begin, picture);
        return Optional.of(hasTables(data) ? picture : withTables(picture));
    }

    /** Where the last end marker is over. Nothing in a scan looks like it, but a thumbnail inside has one of its own. */
    private static int end(ByteBuffer data) {
        for (int at = data.limit() - 2; at > data.position(); at--) {
            if (marker(data, at) == END) {
                return at + 2;
            }
        }
        return -1;
    }

    private static boolean hasTables(ByteBuffer data) {
        int at = data.position() + 2;
        while (at + 4 <= data.limit()) {
            int marker = marker(data, at);
            if (marker == TABLES || marker == SCAN) {
                return marker == TABLES;
            }
            at += 2 + marker(data, at + 2);
        }
        return true;
    }

    private static byte[] withTables(byte[] picture) {
        var whole = Arrays.copyOf(picture, picture.length + STANDARD_TABLES.length);
        System.arraycopy(STANDARD_TABLES, 0, whole, 2, STANDARD_TABLES.length);
        System.arraycopy(picture, 2, whole, 2 + STANDARD_TABLES.length, picture.length - 2);
        return whole;
    }

    private static int marker(ByteBuffer data, int at) {
        return data.getShort(at) & 0xffff;
    }

    private static byte[] standardTables() {
        var tables = new ByteArrayOutputStream();
        add(tables, 0x00, JPEGHuffmanTable.StdDCLuminance);
        add(tables, 0x10, JPEGHuffmanTable.StdACLuminance);
        add(tables, 0x01, JPEGHuffmanTable.StdDCChrominance);
        add(tables, 0x11, JPEGHuffmanTable.StdACChrominance);
        var segment = ByteBuffer.allocate(4 + tables.size());
        segment.putShort((short) TABLES).putShort((short) (2 + tables.size())).put(tables.toByteArray());
        return segment.array();
    }

    private static void add(ByteArrayOutputStream tables, int id, JPEGHuffmanTable table) {
        tables.write(id);
        var lengths = Arrays.copyOf(table.getLengths(), 16);
        for (short length : lengths) {
            tables.write(length);
        }
        for (short value : table.getValues()) {
            tables.write(value);
        }
    }
}
