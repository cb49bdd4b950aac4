// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.fuzz.Mutations;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures between processes: whatever comes is cut into parts or refused, the same way however it arrives. */
class MultipartFuzzTest {

    private static final String TYPE = "multipart/x-mixed-replace; boundary=frame";
    private static final String PARTS =
            "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\nX-Captured-At: t1\r\n\r\n"
                    + "ab\r\n\n\r\n--frame\r\ncontent-length: 3\r\n\r\nxyz\r\n--frame\r\nContent-Length: 0\r\n\r\n\r\n";

    @Test
    void partsAreCutOrRefusedHoweverTheyArrive() {
        Mutations.of(PARTS).check(5000, (input, random) -> {
            var small = Arrays.copyOf(input, Math.min(input.length, 4000));

            assertThat(parts(small, 1 + random.nextInt(40))).isEqualTo(parts(small, small.length + 1));
        });
    }

    private static List<String> parts(byte[] input, int size) {
        var parts = new ArrayList<String>();
        var parser = new MultipartParser(TYPE, (headers, body) -> parts.add(headers + ":" + body.toString(ISO_8859_1)));
        try {
            for (int at = 0; at < input.length; at += size) {
                parser.accept(Buffer.buffer(Arrays.copyOfRange(input, at, Math.min(input.length, at + size))));
            }
        } catch (Problem refused) {
            parts.add("refused");
        }
        return parts;
    }

    @Test
    void boundariesAreReadOrRefused() {
        Mutations.of(TYPE, "multipart/mixed;boundary=\"a b\"").check(5000, (input, random) -> {
            try {
                new MultipartParser(new String(input, ISO_8859_1), (headers, body) -> {}).accept(Buffer.buffer(PARTS));
            } catch (Problem refused) {
                assertThat(refused).hasMessageContaining("cannot be read");
            }
        });
    }

    @Test
    void aStreamWithoutPartsIsRefusedInsteadOfKept() {
        for (var endless : List.of("x", "--frame\r\n", "\r\n\r\r\n", "--frame\r\nContent-Length: 5\r\n")) {
            var parser = new MultipartParser(TYPE, (headers, body) -> {});
            var chunk = Buffer.buffer(endless.repeat(4096 / endless.length()));
            assertThatThrownBy(() -> {
                        for (int fed = 0; fed < 64 << 20; fed += chunk.length()) {
                            assertThat(fed).isLessThanOrEqualTo(64 << 10);
                            parser.accept(chunk);
                        }
                    })
                    .as(endless)
                    .isInstanceOf(Problem.class);
        }
    }
}
