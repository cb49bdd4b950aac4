// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.media.I420;
import io.nightjar.simulators.ClockStrip.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockStripScriptIT {

    @TempDir
    Path folder;

    @BeforeEach
    void needsNode() {
        Programs.require("node");
    }

    @Test
    void theScriptReadsWhatJavaPainted() throws Exception {
        var picture = new I420(640, 360);
        ClockStrip.write(picture, new Reading(4_000_000_123L, 1_795_240_806_123L));

        assertThat(decoded(picture)).isEqualTo("{\"frame\":4000000123,\"wallMs\":1795240806123}");
    }

    @Test
    void theScriptSaysNullWhereThereIsNoStrip() throws Exception {
        var picture = new I420(640, 360);
        picture.fill(16, 128, 128);

        assertThat(decoded(picture)).isEqualTo("null");
    }

    private String decoded(I420 picture) throws IOException, InterruptedException {
        var pixels = folder.resolve("pixels");
        Files.write(pixels, rgba(picture));
        var script = ClockStripScript.source()
                + "const data = require('fs').readFileSync(process.argv[2]);"
                + "console.log(JSON.stringify(decodeClockStrip({data, width: 640, height: 360})));";
        var file = folder.resolve("decode.js");
        Files.writeString(file, script, UTF_8);
        return Programs.run(10, "node", file.toString(), pixels.toString())
                .output()
                .strip();
    }

    private static byte[] rgba(I420 picture) {
        var pixels = new ByteArrayOutputStream();
        for (var i = 0; i < picture.uOffset(); i++) {
            var grey = picture.bytes()[i];
            pixels.writeBytes(new byte[] {grey, grey, grey, (byte) 255});
        }
        return pixels.toByteArray();
    }
}
