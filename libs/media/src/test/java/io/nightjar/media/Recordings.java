// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files made by the system's ffmpeg, with what our own encoders cannot make. */
final class Recordings {

    static final String FFMPEG = "/usr/bin/ffmpeg";

    private Recordings() {}

    /** A moving test picture, 25 a second unless the arguments say otherwise. */
    static Path make(Path file, String size, double seconds, String... coding) throws Exception {
        return of("testsrc2=size=" + size + ":rate=25", file, seconds, coding);
    }

    static Path of(String source, Path file, double seconds, String... coding) throws Exception {
        var command = new ArrayList<>(
                List.of(FFMPEG, "-hide_banner", "-v", "error", "-y", "-f", "lavfi", "-i", source, "-t", "" + seconds));
        command.addAll(List.of(coding));
        command.add(file.toString());
        Programs.run(command.toArray(String[]::new));
        return file;
    }

    static Clips.Clip read(Path file) throws IOException {
        var packets = new ArrayList<Packet>();
        try (var reader = PacketReader.open(ReaderOptions.of(file.toString()))) {
            while (reader.read(packet -> packets.add(packet.copy()))) {}
            return new Clips.Clip(reader.tracks().getFirst(), packets);
        }
    }
}
