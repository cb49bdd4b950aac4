// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.fuzz.Mutations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures that cameras send one by one or in a row: found whole or not at all, and never collected without end. */
class PictureFuzzTest {

    private static final int LARGEST = 64 << 10;
    private static final byte[] PART =
            "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 2000\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] FIRST = Pictures.picture(1);
    private static final byte[] PREVIEWED = Pictures.withPreview(2);

    @Test
    void picturesAreFoundTheSameHoweverTheyArrive() {
        Mutations.of(ScriptedWeb.joined(PART, FIRST, PART, PREVIEWED), FIRST).check(1500, (input, random) -> {
            var whole = pictures(new ByteArrayInputStream(input));

            assertThat(pictures(new Dribble(input, random))).isEqualTo(whole);
        });
    }

    private static List<String> pictures(InputStream input) throws IOException {
        var found = new ArrayList<String>();
        var pictures = new MultipartPictures(input, LARGEST);
        try {
            for (var next = pictures.next(); next.isPresent(); next = pictures.next()) {
                assertThat(next.get())
                        .startsWith(0xff, 0xd8)
                        .endsWith(0xff, 0xd9)
                        .hasSizeLessThanOrEqualTo(LARGEST);
                found.add(new String(next.get(), ISO_8859_1));
            }
        } catch (CameraFailure failure) {
            assertThat(failure.kind()).isIn(ErrorKind.SHORT_READ, ErrorKind.PROTOCOL);
            found.add(failure.sentence());
        }
        return found;
    }

    /** A network that brings little at a time. */
    private static final class Dribble extends InputStream {

        private final ByteArrayInputStream input;
        private final Random random;

        Dribble(byte[] bytes, Random random) {
            this.input = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            return input.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return input.read(target, offset, Math.min(length, 1 + random.nextInt(60)));
        }
    }

    @Test
    void aPictureWithoutEndIsRefusedInsteadOfKept() {
        var begun = new ByteArrayInputStream(FIRST, 0, FIRST.length - 2);
        var pictures = new MultipartPictures(new SequenceInputStream(begun, endless((byte) 0x5a)), LARGEST);

        assertThatThrownBy(pictures::next)
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.PROTOCOL));
    }

    @Test
    void whatIsNoPictureIsPassedByWithoutKeepingIt() throws IOException {
        for (byte filler : new byte[] {0, (byte) 0xff, (byte) 0xd8, '-'}) {
            assertThat(new MultipartPictures(endless(filler), LARGEST).next()).isEmpty();
        }
    }

    /** 64 MB of one byte. */
    private static InputStream endless(byte filler) {
        var block = new byte[1 << 20];
        Arrays.fill(block, filler);
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(64, block).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
    }

    @Test
    void singlePicturesAreTakenOrRefused() {
        Mutations.of(
                        FIRST,
                        PREVIEWED,
                        "{\"error\":{\"rspCode\":-6}}".getBytes(ISO_8859_1),
                        "Error\r\n".getBytes(ISO_8859_1))
                .check(3000, (input, random) -> {
                    try {
                        assertThat(Jpeg.checked(input, new String(input, 0, Math.min(40, input.length), ISO_8859_1)))
                                .endsWith(0xff, 0xd9);
                    } catch (CameraFailure refused) {
                        assertThat(refused.sentence()).isNotBlank().hasSizeLessThan(300);
                    }
                });
    }
}
