// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {

    private final List<RtmpMessage> read = new ArrayList<>();
    private final ChunkReader reader = new ChunkReader(read::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100_000})
    void messagesComeTogetherHoweverTheirBytesArrive(int step) {
        var body = new byte[10_000];
        body[9_999] = 42;
        var bytes = ChunkWriter.write(RtmpMessage.number(RtmpMessage.CHUNK_SIZE, ChunkWriter.SIZE))
                .appendBuffer(ChunkWriter.write(new RtmpMessage(9, 1, 70, body)))
                .appendBuffer(ChunkWriter.write(new RtmpMessage(9, 1, 0x1234567, body)))
                .appendBuffer(ChunkWriter.write(RtmpMessage.command(0, "play", 0, null, "gate?a=b")));

        for (var at = 0; at < bytes.length(); at += step) {
            reader.feed(bytes.getBuffer(at, Math.min(at + step, bytes.length())));
        }

        assertThat(read).hasSize(3);
        assertThat(read.get(0).body()).isEqualTo(body);
        assertThat(read.get(1).body()).isEqualTo(body);
        assertThat(read.get(2).values()).containsExactly("play", 0.0, null, "gate?a=b");
    }

    @Test
    void aChunkStreamMayHaveALongNumber() {
        var bytes = Buffer.buffer(new byte[] {0, 10, 0, 0, 0, 0, 0, 1, 20, 0, 0, 0, 0, 5});

        reader.feed(bytes);

        assertThat(read).hasSize(1);
    }

    @Test
    void anEndlessMessageIsRefused() {
        var bytes = Buffer.buffer(new byte[] {3, 0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, 20, 0, 0, 0, 0});

        assertThatThrownBy(() -> reader.feed(bytes)).hasMessageContaining("too long");
    }
}
