// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Pictures.picture;
import static io.nightjar.cameras.ScriptedWeb.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartPicturesTest {

    private static final int LARGEST = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--myboundary\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n",
                "\r\n--myboundary\r\nContent-Type: image/jpeg\r\n\r\n",
                "\n-- myboundary\nContent-Type: image/jpeg\n\n",
                "--myboundary\r\nContent-Length: 7\r\n\r\n\r\n",
                "--myboundary\r\nContent-Length: 9999999\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace\r\n\r\n--other\r\n\r\n",
                ""
            })
    void headersMayBeAsWrongAsTheyLike(String head) throws Exception {
        var stream = joined(part(head, 1), part(head, 2), part(head, 3));

        assertThat(pictures(stream)).containsExactly(picture(1), picture(2), picture(3));
    }

    @Test
    void whereTheBytesAreSplitDoesNotMatter() throws Exception {
        var stream = joined(part("--b\r\n\r\n", 1), part("--b\r\n\r\n", 2));
        var dribble = new InputStream() {
            private final InputStream all = new ByteArrayInputStream(stream);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return all.read(target, offset, Math.min(1, length));
            }
        };
        var found = new MultipartPictures(dribble, LARGEST);

        assertThat(found.next()).hasValue(picture(1));
        assertThat(found.next()).hasValue(picture(2));
        assertThat(found.next()).isEmpty();
    }

    @Test
    void aPreviewInsideAPictureIsNoPictureOfItsOwn() throws Exception {
        assertThat(pictures(joined(Pictures.withPreview(5), picture(7))))
                .containsExactly(Pictures.withPreview(5), picture(7));
    }

    @Test
    void aPictureThatBreaksOffIsLeftOut() throws Exception {
        var broken = Arrays.copyOf(picture(1), picture(1).length / 2 + 300);
        var stream = joined(broken, "\r\n--b\r\n\r\n".getBytes(StandardCharsets.US_ASCII), picture(2), picture(3));

        assertThat(pictures(stream)).endsWith(picture(3)).doesNotContain(picture(1));
    }

    @Test
    void anEndAmongAPictureIsAShortRead() {
        var half = Arrays.copyOf(picture(1), picture(1).length - 10);
        assertThatThrownBy(() -> pictures(half))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.SHORT_READ));
    }

    @Test
    void aPictureWithoutAnEndDoesNotFillTheMemory() {
        var head = Arrays.copyOf(picture(1), picture(1).length - 2);
        assertThatThrownBy(() -> pictures(joined(head, new byte[2 * LARGEST]))).hasMessageContaining("without an end");
    }

    @Test
    void anyBytesEndInPicturesOrInAFailure() throws Exception {
        var random = new Random(42);
        for (int round = 0; round < 300; round++) {
            var bytes = joined(picture(round), picture(round + 1), picture(round + 2));
            for (int change = 0; change < 20; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(pictures(bytes)).hasSizeLessThanOrEqualTo(8);
            } catch (CameraFailure expected) {
                assertThat(expected.kind()).isEqualTo(ErrorKind.SHORT_READ);
            }
        }
    }

    private static byte[] part(String head, int seed) {
        var picture = picture(seed);
        return joined(head.formatted(picture.length).getBytes(StandardCharsets.US_ASCII), picture);
    }

    private static List<byte[]> pictures(byte[] stream) throws IOException {
        var source = new MultipartPictures(new ByteArrayInputStream(stream), LARGEST);
        var found = new ArrayList<byte[]>();
        for (var next = source.next(); next.isPresent(); next = source.next()) {
            found.add(next.get());
        }
        return found;
    }
}
