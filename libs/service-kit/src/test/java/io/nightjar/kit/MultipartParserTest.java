// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartParserTest {

    private static final String TYPE = "multipart/x-mixed-replace; boundary=frame";
    private static final String TWO =
            "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5\r\nX-Captured-At: t1\r\n\r\n"
                    + "ab\r\n\n\r\n--frame\r\ncontent-length: 3\r\nX-Captured-At: t2\r\n\r\nxyz\r\n";

    private final List<String> parts = new ArrayList<>();

    @Test
    void partsComeOutHoweverTheBytesArrive() {
        for (int size = 1; size <= TWO.length(); size++) {
            parts.clear();
            var parser = parser();
            for (int at = 0; at < TWO.length(); at += size) {
                parser.accept(Buffer.buffer(TWO.substring(at, Math.min(TWO.length(), at + size))));
            }
            assertThat(parts).containsExactly("t1:ab\r\n\n", "t2:xyz");
        }
    }

    @Test
    void aPartWithoutItsLengthIsRefused() {
        assertThatThrownBy(() -> parser().accept(Buffer.buffer("--frame\r\nContent-Type: image/jpeg\r\n\r\nab")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("does not say its length");
    }

    @Test
    void aPartThatPretendsToBeHugeIsRefused() {
        assertThatThrownBy(() -> parser().accept(Buffer.buffer("--frame\r\nContent-Length: 2000000000\r\n\r\n")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void headersWithoutEndAreRefused() {
        var endless = "--frame\r\nX: " + "y".repeat(20_000);

        assertThatThrownBy(() -> parser().accept(Buffer.buffer(endless))).isInstanceOf(Problem.class);
    }

    private MultipartParser parser() {
        return new MultipartParser(TYPE, (headers, body) -> parts.add(headers.get("x-captured-at") + ":" + body));
    }
}
