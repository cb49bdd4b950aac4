// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Asks over HTTP with the curl program, which accepts any certificate here. */
public final class Curl {

    private static final int SECONDS = 15;

    /** The last answer curl got. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, List<String> head, byte[] body) {

        public String text() {
            return new String(body, UTF_8);
        }

        public JsonNode json() throws IOException {
            return ContractsJson.mapper().readTree(body);
        }

        public Optional<String> header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ": ";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        }

        /** What the clock strip in the picture says. */
        public Optional<ClockStrip.Reading> strip() throws IOException {
            var image = ImageIO.read(new ByteArrayInputStream(body));
            var luma = new byte[image.getWidth() * image.getHeight()];
            for (var i = 0; i < luma.length; i++) {
                luma[i] = (byte) (image.getRGB(i % image.getWidth(), Math.floorDiv(i, image.getWidth())) >> 8);
            }
            return ClockStrip.read(luma, image.getWidth(), image.getWidth(), image.getHeight());
        }
    }

    private Curl() {}

    public static Answer ask(String url, String... options) throws IOException, InterruptedException {
        Programs.require("curl");
        var body = Files.createTempFile("curl", ".body");
        try {
            var command = new ArrayList<>(List.of("curl", "-s", "-g", "-k", "-D", "-", "-o", body.toString()));
            command.addAll(List.of(options));
            command.add(url);
            var outcome = Programs.run(SECONDS, command.toArray(String[]::new));
            var blocks = outcome.output().strip().split("\r\n\r\n");
            var head = blocks[blocks.length - 1].lines().toList();
            var status = head.isEmpty() || head.getFirst().isEmpty()
                    ? 0
                    : Integer.parseInt(head.getFirst().split(" ")[1]);
            return new Answer(status, head, Files.readAllBytes(body));
        } finally {
            Files.delete(body);
        }
    }
}
