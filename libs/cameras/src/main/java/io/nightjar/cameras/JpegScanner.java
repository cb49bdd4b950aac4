// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.util.Arrays;

/**
 * Finds whole JPEG pictures among any bytes, by the pictures' own structure: what stands between them, and what it says
 * about their lengths, does not matter. A picture that is broken off is left out.
 */
final class JpegScanner {

    /** What the next byte is. */
    private enum Expect {
        START,
        MARKER,
        LENGTH_HIGH,
        LENGTH_LOW,
        SEGMENT,
        PIXELS
    }

    private static final int MARK = 0xff;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    private final int largest;
    private byte[] picture = new byte[64 * 1024];
    private int length;
    private Expect expect = Expect.START;
    private boolean marked;
    private int marker;
    private int left;

    JpegScanner(int largest) {
        this.largest = largest;
    }

    /** True once the last byte of a picture was taken; {@link #picture} then gives it. */
    boolean take(byte next) {
        int value = next & 0xff;
        if (expect == Expect.START) {
            start(value);
            return false;
        }
        append(next);
        switch (expect) {
            case MARKER -> {
                return marker(value);
            }
            case LENGTH_HIGH -> {
                left = value << 8;
                expect = Expect.LENGTH_LOW;
            }
            case LENGTH_LOW -> segment(value);
            case SEGMENT -> skip();
            case PIXELS -> {
                return pixel(value);
            }
            case START -> throw new IllegalStateException("Handled above");
        }
        return false;
    }

    /** In the middle of a picture. */
    boolean within() {
        return expect != Expect.START;
    }

    byte[] picture() {
        return Arrays.copyOf(picture, length);
    }

    private void start(int value) {
        if (marked && value == SOI) {
            begin();
        } else {
            marked = value == MARK;
        }
    }

    private void begin() {
        length = 0;
        append((byte) MARK);
        append((byte) SOI);
        marked = false;
        expect = Expect.MARKER;
    }

    private boolean marker(int value) {
        if (!marked) {
            if (value == MARK) {
                marked = true;
            } else {
                forget();
            }
            return false;
        }
        return value != MARK && found(value);
    }

    private boolean found(int value) {
        marked = false;
        if (value == EOI) {
            expect = Expect.START;
            return true;
        }
        if (value == SOI) {
            begin();
        } else if (value == 0 || value == 1 || (value >= 0xd0 && value <= 0xd7)) {
            forget();
        } else {
            marker = value;
            expect = Expect.LENGTH_HIGH;
        }
        return false;
    }

    private void segment(int value) {
        left = (left | value) - 2;
        if (left < 0) {
            forget();
        } else if (left == 0) {
            endOfSegment();
        } else {
            expect = Expect.SEGMENT;
        }
    }

    private void skip() {
        left--;
        if (left == 0) {
            endOfSegment();
        }
    }

    private void endOfSegment() {
        marked = false;
        expect = marker == SOS ? Expect.PIXELS : Expect.MARKER;
    }

    /** Among pixels a mark is followed by zero or a restart number, or else it ends them. */
    private boolean pixel(int value) {
        if (!marked) {
            marked = value == MARK;
            return false;
        }
        if (value == MARK) {
            return false;
        }
        if (value == 0 || (value >= 0xd0 && value <= 0xd7)) {
            marked = false;
            return false;
        }
        return found(value);
    }

    private void forget() {
        marked = false;
        expect = Expect.START;
    }

    private void append(byte next) {
        if (length == largest) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "The camera sends a picture without an end.");
        }
        if (length == picture.length) {
            picture = Arrays.copyOf(picture, Math.min(largest, length * 2));
        }
        picture[length++] = next;
    }
}
