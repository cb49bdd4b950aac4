// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static org.bytedeco.ffmpeg.global.avformat.*;

import io.nightjar.contracts.stream.ErrorKind;
import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Writes fragmented MP4 into memory: an init section, which is ready at once, and a fragment (moof and mdat) whenever one
 * is cut. Owns its native memory and belongs to one thread.
 *
 * <p>Video data has the form of its track's extradata: Annex B, or length-prefixed when that is avcC/hvcC. The timeline
 * (tfdt) is that of the given times; they may not be negative. Of each track, a fragment's last sample lasts as long as it
 * says, every other one until the next.
 */
public final class FragmentWriter implements AutoCloseable {

    private final Guard guard;
    private final AVFormatContext output;
    private final MemoryOutput memory;
    private final AVPacket packet;
    private final List<OutputTrack> tracks;
    private final byte[] init;

    private FragmentWriter(
            Resources resources,
            AVFormatContext output,
            MemoryOutput memory,
            AVPacket packet,
            List<OutputTrack> tracks,
            byte[] init) {
        this.guard = new Guard(resources);
        this.output = output;
        this.memory = memory;
        this.packet = packet;
        this.tracks = tracks;
        this.init = init;
    }

    /** Whether MP4 as players know it can hold such a track; G.711 and MJPEG it cannot. */
    public static boolean holds(Codec codec) {
        return switch (codec) {
            case H264, H265, AAC, OPUS -> true;
            case MJPEG, MPEG4, RAW, PCMU, PCMA, G722, L16, PCM, MP3, OTHER -> false;
        };
    }

    public static FragmentWriter open(List<TrackFormat> formats) {
        Libav.load();
        for (var format : formats) {
            if (!holds(format.codec()) || (format.codec() != Codec.OPUS && format.extradata().length == 0)) {
                throw new MediaException(
                        "open", "MP4 cannot hold " + format.codec().wire(), ErrorKind.CODEC);
            }
        }
        var resources = new Resources();
        try {
            var output = new AVFormatContext(null);
            check("avformat_alloc_output_context2", avformat_alloc_output_context2(output, null, "mp4", null));
            resources.own(output, () -> avformat_free_context(output));
            var memory = new MemoryOutput(output);
            resources.own(memory, memory::discard);
            var tracks = formats.stream()
                    .map(format -> Mp4Formats.add(output, format))
                    .toList();
            output.avoid_negative_ts(AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED);
            memory.begin();
            try (var options = new Options()
                    .with("movflags", "frag_custom+empty_moov+default_base_moof+frag_discont+skip_trailer")
                    .with("use_editlist", 0)) {
                check("avformat_write_header", avformat_write_header(output, options.dictionary()));
            }
            byte[] init = memory.take();
            return new FragmentWriter(resources, output, memory, Native.packet(resources), tracks, init);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /** The init section: ftyp and moov. */
    public byte[] init() {
        return init.clone();
    }

    public void write(int track, long ptsMicros, long dtsMicros, long durationMicros, boolean key, ByteBuffer data) {
        write(new Packet(track, ptsMicros, dtsMicros, durationMicros, key, data));
    }

    public void write(Packet sample) {
        guard.run(() -> {
            memory.begin();
            tracks.get(sample.track()).write(output, packet, sample);
        });
    }

    /** Writes a picture given as NAL units; only for tracks whose extradata is Annex B. */
    public void writeUnits(
            int track, long ptsMicros, long dtsMicros, long durationMicros, boolean key, List<byte[]> units) {
        write(track, ptsMicros, dtsMicros, durationMicros, key, NalUnits.join(units));
    }

    /** What was written since the last cut, as one fragment; empty when nothing was. */
    public byte[] cut() {
        return guard.use(() -> {
            if (memory.begun()) {
                check("av_write_frame", av_write_frame(output, null));
            }
            return memory.take();
        });
    }

    @Override
    public void close() {
        guard.close();
    }
}
