// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** One track of an output: keeps decode times strictly rising, which muxers insist on and cameras do not. */
final class OutputTrack {

    private final AVStream stream;
    private long lastDts = Long.MIN_VALUE;

    private OutputTrack(AVStream stream) {
        this.stream = stream;
    }

    static OutputTrack add(AVFormatContext output, TrackFormat format) {
        var stream = notNull("avformat_new_stream", avformat_new_stream(output, null));
        var parameters = stream.codecpar();
        parameters.codec_type(format.video() ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO);
        parameters.codec_id(format.codec().id());
        Native.setExtradata(parameters, format.extradata());
        if (format.video()) {
            parameters.width(format.width());
            parameters.height(format.height());
            stream.time_base().num(1).den(90_000);
        } else {
            parameters.sample_rate(format.sampleRate());
            av_channel_layout_default(parameters.ch_layout(), format.channels());
            stream.time_base().num(1).den(format.sampleRate());
        }
        return new OutputTrack(stream);
    }

    AVStream stream() {
        return stream;
    }

    /** Writes a copy of the data; the packet is only a vessel and empty afterwards. */
    void write(AVFormatContext output, AVPacket vessel, Packet packet) {
        write(output, vessel, packet, packet.data());
    }

    void write(AVFormatContext output, AVPacket vessel, Packet times, ByteBuffer data) {
        Native.fill(vessel, data);
        try {
            vessel.stream_index(stream.index());
            vessel.flags(times.key() ? AV_PKT_FLAG_KEY : 0);
            long dts = Math.max(ticks(times.dtsMicros()), lastDts == Long.MIN_VALUE ? Long.MIN_VALUE : lastDts + 1);
            vessel.dts(dts);
            vessel.pts(Math.max(ticks(times.ptsMicros()), dts));
            vessel.duration(ticks(times.durationMicros()));
            lastDts = dts;
            check("av_write_frame", av_write_frame(output, vessel));
        } finally {
            av_packet_unref(vessel);
        }
    }

    private long ticks(long micros) {
        // Read each time: some muxers choose their clock only when the header is written.
        return Ticks.fromMicros(
                micros, stream.time_base().num(), stream.time_base().den());
    }
}
