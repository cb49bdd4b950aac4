// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import io.nightjar.house.Until;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What copying cameras costs one ingest process, and what it costs as many ffmpeg programs beside it. */
@Command(name = "ingest", description = "CPU and memory per copied camera, against ffmpeg -c copy in the same run.")
final class IngestBenchmark implements Callable<Integer> {

    private static final Duration START = Duration.ofSeconds(60);

    @Option(names = "--streams", description = "How many cameras; default: ${DEFAULT-VALUE}.")
    int streams = 16;

    @Option(names = "--seconds", description = "How long each is measured; default: ${DEFAULT-VALUE}.")
    int seconds = 30;

    @Option(
            names = "--warm-up",
            description =
                    "Seconds of running before that, as such processes run for months; default: ${DEFAULT-VALUE}.")
    int warmUp = 300;

    @Override
    public Integer call() {
        var report = new Report().put("streams", streams);
        try (var scratch = new Scratch();
                var camera =
                        RtspCamera.builder("bench").maxSessions(2 * streams).start();
                var mesh = MediaMesh.start(scratch.folder(), camera, streams)) {
            try (var ingest = mesh.ingest()) {
                Until.isTrue(START, "all cameras live", () -> mesh.online("cam") == streams);
                measure(report, "", List.of(ingest.handle()));
            }
            Until.isTrue(START, "all paths free again", () -> mesh.online("cam") == 0);
            try (var programs = FfmpegCopies.start(mesh.copies())) {
                Until.isTrue(START, "all copies live", () -> mesh.online("copy") == streams);
                measure(report, "_ffmpeg", programs.handles());
            }
        }
        report.print();
        return 0;
    }

    private void measure(Report report, String suffix, List<ProcessHandle> processes) {
        Pause.of(Duration.ofSeconds(warmUp));
        double cores = ProcessCost.cores(processes, Duration.ofSeconds(seconds));
        report.put("cpu_per_stream" + suffix, cores / streams)
                .put("rss_mb" + suffix, ProcessCost.residentMegabytes(processes));
    }
}
