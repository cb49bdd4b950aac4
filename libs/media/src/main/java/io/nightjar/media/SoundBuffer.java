// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Sound at 48 kHz on its way from packets of one length to packets of another, with the time of its first sample. Small
 * differences between the camera's clock and the samples' own are followed slowly; a gap moves the time at once.
 */
final class SoundBuffer {

    private static final long GAP_MICROS = 120_000;
    private static final long TREMBLE_MICROS = 30_000;
    private static final long STEP_MICROS = 1_000;
    private static final int FORMAT = AV_SAMPLE_FMT_FLT;

    private final int channels;
    private final AVAudioFifo samples;
    private final AVFrame resampled;
    private final AVFrame piece;
    private final PointerPointer<?> planes;
    private SwrContext resampler;
    private long pts = Long.MIN_VALUE;

    SoundBuffer(int channels, Resources resources) {
        this.channels = channels;
        resampler = notNull("swr_alloc", swr_alloc());
        resources.own(this, () -> swr_free(resampler));
        samples = notNull("av_audio_fifo_alloc", av_audio_fifo_alloc(FORMAT, channels, OpusEncoder.RATE / 10));
        resources.own(samples, () -> av_audio_fifo_free(samples));
        resampled = Native.emptyFrame(resources);
        piece = Native.emptyFrame(resources);
        planes = new PointerPointer<>(1);
        resources.own(planes, planes::close);
    }

    /** Adds decoded sound, whose first sample has this time. */
    void add(AVFrame sound, long soundMicros) {
        prepare(resampled);
        int code = swr_convert_frame(resampler, resampled, sound);
        if (changed(code)) {
            // The camera changed its sound; what the old resampler holds is a few samples.
            swr_free(resampler);
            resampler = notNull("swr_alloc", swr_alloc());
            prepare(resampled);
            code = swr_convert_frame(resampler, resampled, sound);
        }
        check("swr_convert_frame", code);
        follow(soundMicros);
        planes.put(0, resampled.data(0));
        check("av_audio_fifo_write", av_audio_fifo_write(samples, planes, resampled.nb_samples()));
    }

    private static boolean changed(int code) {
        return code == AVERROR_INPUT_CHANGED || code == (AVERROR_INPUT_CHANGED | AVERROR_OUTPUT_CHANGED);
    }

    private void prepare(AVFrame frame) {
        av_frame_unref(frame);
        frame.format(FORMAT);
        frame.sample_rate(OpusEncoder.RATE);
        av_channel_layout_default(frame.ch_layout(), channels);
    }

    private void follow(long soundMicros) {
        long expected = pts == Long.MIN_VALUE ? Long.MIN_VALUE : pts + micros(av_audio_fifo_size(samples));
        long ahead = soundMicros - expected;
        if (pts == Long.MIN_VALUE || Math.abs(ahead) > GAP_MICROS) {
            av_audio_fifo_reset(samples);
            pts = soundMicros;
        } else if (Math.abs(ahead) > TREMBLE_MICROS) {
            pts += Long.signum(ahead) * STEP_MICROS;
        }
    }

    private static long micros(int count) {
        return count * 1_000_000L / OpusEncoder.RATE;
    }

    boolean ready(int count) {
        return av_audio_fifo_size(samples) >= count;
    }

    /** When the first sample is due. */
    long pts() {
        return pts;
    }

    /** The first samples, valid until the next call. */
    AVFrame take(int count) {
        prepare(piece);
        piece.nb_samples(count);
        check("av_frame_get_buffer", av_frame_get_buffer(piece, 0));
        planes.put(0, piece.data(0));
        check("av_audio_fifo_read", av_audio_fifo_read(samples, planes, count));
        pts += micros(count);
        return piece;
    }
}
