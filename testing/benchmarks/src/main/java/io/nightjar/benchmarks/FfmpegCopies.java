// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** As many ffmpeg programs, each copying one stream from one RTSP server to another. */
final class FfmpegCopies implements AutoCloseable {

    private final List<Process> programs;

    private FfmpegCopies(List<Process> programs) {
        this.programs = programs;
    }

    /** @param sources where each reads, by where it publishes */
    static FfmpegCopies start(Map<String, String> sources) {
        return new FfmpegCopies(sources.entrySet().stream()
                .map(pair -> copy(pair.getValue(), pair.getKey()))
                .toList());
    }

    private static Process copy(String from, String to) {
        try {
            return new ProcessBuilder(
                            "ffmpeg",
                            "-loglevel",
                            "error",
                            "-nostdin",
                            "-rtsp_transport",
                            "tcp",
                            "-i",
                            from,
                            "-an",
                            "-c",
                            "copy",
                            "-f",
                            "rtsp",
                            "-rtsp_transport",
                            "tcp",
                            to)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("ffmpeg is what Nightjar is measured against; install it", failure);
        }
    }

    List<ProcessHandle> handles() {
        return programs.stream().map(Process::toHandle).toList();
    }

    @Override
    public void close() {
        programs.forEach(Process::destroy);
        programs.forEach(program -> program.onExit().join());
    }
}
