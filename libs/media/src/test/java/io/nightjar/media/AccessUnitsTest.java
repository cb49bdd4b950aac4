// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccessUnitsTest {

    private static final int FULL = 1400;

    private record Picture(byte[] data, long pts, boolean key) {}

    private final AccessUnits units = new AccessUnits(Codec.H264);
    private final List<Picture> pictures = new ArrayList<>();
    private final Random random = new Random(3);

    @Test
    void aPictureIsHandedOverWithItsLastPieceOnceTheSenderIsKnown() {
        int late = 0;
        for (int i = 0; i < 200; i++) {
            var sent = slice(i % 15 == 0 ? 5 : 1, 300 + random.nextInt(9000));
            send(sent, i);
            late += pictures.size() == i + 1 ? 0 : 1;
        }
        // The first few, and those whose last piece happens to be a full one.
        assertThat(late).isLessThan(25);
        units.end(this::take);
        assertThat(pictures).hasSize(200);
    }

    @Test
    void nothingIsLostOrMixedUp() {
        var sent = new ArrayList<byte[]>();
        for (int i = 0; i < 300; i++) {
            sent.add(slice(i % 10 == 0 ? 5 : 1, 1 + random.nextInt(6000)));
            send(sent.get(i), i);
        }
        units.end(this::take);
        assertThat(pictures).hasSize(300);
        for (int i = 0; i < 300; i++) {
            assertThat(pictures.get(i).data()).isEqualTo(sent.get(i));
            assertThat(pictures.get(i).pts()).isEqualTo(i);
            assertThat(pictures.get(i).key()).isEqualTo(i % 10 == 0);
        }
    }

    @Test
    void severalSlicesMakeOnePicture() {
        for (int i = 0; i < 50; i++) {
            send(slice(1, 3000), i);
            send(slice(1, 2500), i);
        }
        units.end(this::take);
        assertThat(pictures).hasSize(50).allSatisfy(picture -> assertThat(picture.data())
                .hasSize(5518));
    }

    @Test
    void aSenderThatOnceSentMoreIsWaitedForFromThenOn() {
        for (int i = 0; i < 20; i++) {
            send(slice(1, 3000), i);
        }
        assertThat(pictures).hasSize(20);
        send(slice(1, 3000), 20);
        send(slice(1, 3000), 20);
        int before = pictures.size();
        send(slice(1, 3000), 21);
        send(slice(1, 3000), 22);
        assertThat(pictures).hasSize(before + 2);
        assertThat(pictures.getLast().pts()).isEqualTo(21);
    }

    private void take(ByteBuffer data, long pts, boolean key) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        pictures.add(new Picture(bytes, pts, key));
    }

    /** As libav's depacketizer does: a start code before the first piece, the rest as it came. */
    private void send(byte[] unit, long pts) {
        if (unit.length - 4 <= FULL) {
            units.take(ByteBuffer.wrap(unit), pts, this::take);
            return;
        }
        for (int at = 0; at < unit.length; ) {
            int end = Math.min(unit.length, at == 0 ? FULL + 5 : at + FULL);
            units.take(ByteBuffer.wrap(unit, at, end - at).slice(), pts, this::take);
            at = end;
        }
    }

    private byte[] slice(int type, int size) {
        var unit = new byte[size + 9];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (byte) (1 + random.nextInt(255));
        }
        System.arraycopy(new byte[] {0, 0, 0, 1, (byte) (0x60 | type)}, 0, unit, 0, 5);
        return unit;
    }
}
