// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Puts the pieces in which RTP brings a picture together again, as Annex B, and hands a picture over as soon as its last
 * piece is there.
 *
 * <p>libav's own parser waits for the first piece of the next picture, which makes every picture one frame late, and it
 * drops the marker that would tell. So the end is recognised by what the sender has been doing: so many slices a picture,
 * and a fragment shorter than the full ones is the last of its slice. A sender for which that once proves wrong is
 * believed no more, and its pictures end when the next one begins.
 */
final class AccessUnits {

    /** Takes a whole picture. The data is valid only during the call. */
    interface Sink {
        void picture(ByteBuffer data, long pts, boolean key);
    }

    /** So many pictures must have had the same number of slices before the next one is taken to have it too. */
    private static final int TRUSTED = 8;

    /** A picture that has grown so far is handed over: a camera whose time stands still would fill the memory. */
    private static final int LARGEST = 16 << 20;

    private final Codec codec;
    private final FragmentSizes sizes = new FragmentSizes();
    private byte[] picture = new byte[1 << 16];
    private int size;
    private long pts;
    private int slices;
    private boolean key;
    private boolean lastIsSlice;
    private long delivered = Long.MAX_VALUE;
    private int usualSlices;
    private int confirmations;
    private boolean betrayed;

    AccessUnits(Codec codec) {
        this.codec = codec;
    }

    void take(ByteBuffer piece, long time, Sink sink) {
        if (size > 0 && time != pts) {
            confirm();
            deliver(sink);
        } else if (size > 0 && piece.remaining() > LARGEST - size) {
            deliver(sink);
        }
        if (size == 0 && time == delivered) {
            betrayed = true;
        }
        pts = time;
        append(piece);
        if (!betrayed && complete(piece)) {
            deliver(sink);
            delivered = time;
        }
    }

    /** Hands over what there is, at the end of the input. */
    void end(Sink sink) {
        if (size > 0) {
            deliver(sink);
        }
    }

    private void append(ByteBuffer piece) {
        int length = piece.remaining();
        if (size + length > picture.length) {
            picture = Arrays.copyOf(picture, Math.max(picture.length * 2, size + length));
        }
        piece.get(piece.position(), picture, size, length);
        boolean begins = length >= 4 && startsHere(size);
        sizes.seen(length, begins);
        if (begins) {
            look(size, size + length);
        }
        size += length;
    }

    /** Counts the slices among the units that begin here; one piece can hold several. */
    private void look(int from, int to) {
        int units = 0;
        for (int at = startCode(from, to); at >= 0 && at + 4 < to; at = startCode(at + 4, to)) {
            int header = picture[at + 4] & 0xff;
            int type = codec == Codec.H264 ? header & 0x1f : header >> 1 & 0x3f;
            lastIsSlice = codec == Codec.H264 ? type >= 1 && type <= 5 : type < 32;
            key |= codec == Codec.H264 ? type == 5 : type >= 16 && type <= 23;
            slices += lastIsSlice ? 1 : 0;
            units++;
        }
        sizes.aggregated(units > 1);
    }

    /** Steps over as many bytes as its last one allows: this runs over whole pictures. */
    private int startCode(int from, int to) {
        int i = from;
        while (i + 4 <= to) {
            int fourth = picture[i + 3];
            if (fourth == 1 && startsHere(i)) {
                return i;
            }
            i += fourth == 0 ? 1 : 4;
        }
        return -1;
    }

    private boolean startsHere(int at) {
        return picture[at] == 0 && picture[at + 1] == 0 && picture[at + 2] == 0 && picture[at + 3] == 1;
    }

    private boolean complete(ByteBuffer piece) {
        return confirmations >= TRUSTED && lastIsSlice && slices == usualSlices && sizes.last(piece.remaining());
    }

    private void confirm() {
        confirmations = slices == usualSlices ? confirmations + 1 : 0;
        usualSlices = slices;
    }

    private void deliver(Sink sink) {
        int whole = size;
        boolean independent = key;
        size = 0;
        slices = 0;
        key = false;
        lastIsSlice = false;
        sink.picture(ByteBuffer.wrap(picture, 0, whole).slice(), pts, independent);
    }
}
