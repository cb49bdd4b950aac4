// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Video;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What conversions cost: numbers in the log, and bounds that hold on any machine that is not overloaded. */
class ConversionCostIT {

    private static final Logger LOG = Logger.getLogger(ConversionCostIT.class);
    private static final Video.Encode WHOLE = new Video.Encode(null, null, null, null, 1, Encoder.SOFTWARE);

    @TempDir
    static Path folder;

    static Clips.Clip h265;

    @BeforeAll
    static void record() throws Exception {
        var coding = "-c:v libx265 -preset ultrafast -x265-params log-level=none:bframes=0:bitrate=4000".split(" ");
        h265 = Recordings.read(Recordings.make(folder.resolve("large.mp4"), "1920x1080", 2, coding));
        cost(h265, new Video.Encode(640, 360, 15.0, null, 1, Encoder.SOFTWARE)); // everything is in memory now
    }

    @Test
    void h265OfFullSizeBecomesH264() {
        double cores = cost(h265, WHOLE);
        LOG.infof("1080p25 H.265 to H.264: %.2f cores", cores);
        assertThat(cores).isLessThan(1.5);
    }

    @Test
    void h265OfFullSizeBecomesATile() {
        double cores = cost(h265, new Video.Encode(640, 360, 15.0, null, 1, Encoder.SOFTWARE));
        LOG.infof("1080p25 H.265 to a tile of 640x360 at 15: %.2f cores", cores);
        assertThat(cores).isLessThan(0.8);
    }

    @Test
    void verySizeablePicturesAreConverted() throws Exception {
        var coding = "-c:v libx264 -preset ultrafast -bf 0 -b:v 8M".split(" ");
        var panorama = Recordings.read(
                Recordings.of("testsrc2=size=4096x1248:rate=20", folder.resolve("panorama.mp4"), 1, coding));
        var collected = new Collected();
        double cores = cost(panorama, WHOLE, collected);
        LOG.infof("4096x1248 at 20 H.264 to H.264: %.2f cores", cores);
        assertThat(collected.packets).hasSize(20);
        assertThat(cores).isLessThan(3);
    }

    private static double cost(Clips.Clip clip, Video.Encode wish) {
        return cost(clip, wish, new Collected());
    }

    /** Seconds of processor time for a second of video; threads of libav's own count too. */
    private static double cost(Clips.Clip clip, Video.Encode wish, Collected collected) {
        try (var pipe = new VideoPipe(clip.format(), wish, Encoders.ofThisMachine(), new Damage(), collected)) {
            long before = processorNanos();
            clip.packets().forEach(packet -> pipe.take(packet, false));
            double seconds = clip.packets().size() / clip.format().fps();
            return (processorNanos() - before) / 1e9 / seconds;
        }
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
