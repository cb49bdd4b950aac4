// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Encodes libav's pictures as H.264 by one encoder. Packets are Annex B; key packets begin with the parameter sets. Owns
 * its native memory and belongs to one thread.
 */
final class PictureEncoder implements VideoEncoder {

    private final Resources resources = new Resources();
    private final EncoderRecipe recipe;
    private final EncoderSettings settings;
    private final AVCodecContext context;
    private final AVPacket packet;
    private final EncoderTimes times;
    private @Nullable HardwareFrames hardware;
    private byte[] parameterSets;
    private boolean first = true;

    PictureEncoder(EncoderRecipe recipe, EncoderSettings settings) {
        Libav.load();
        this.recipe = recipe;
        this.settings = settings;
        times = new EncoderTimes(Math.round(1_000_000 / settings.fps()));
        try {
            context = open();
            packet = Native.packet(resources);
            parameterSets = Native.extradata(context);
            if (parameterSets.length == 0) {
                parameterSets = learnParameterSets();
            }
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    private AVCodecContext open() {
        var codec = avcodec_find_encoder_by_name(recipe.name());
        if (Native.missing(codec)) {
            throw new MediaException("open", "this build of libav has no " + recipe.name(), ErrorKind.CONFIG);
        }
        recipe.verify();
        var opened = notNull("avcodec_alloc_context3", avcodec_alloc_context3(codec));
        resources.own(opened, () -> avcodec_free_context(opened));
        configure(opened);
        if (recipe.device() != AV_HWDEVICE_TYPE_NONE) {
            hardware = HardwareFrames.open(opened, recipe, resources);
        }
        try (var options = recipe.given()) {
            check("avcodec_open2", avcodec_open2(opened, codec, options.dictionary()));
        }
        return opened;
    }

    private void configure(AVCodecContext opened) {
        var shape = settings.shape();
        opened.width(shape.width());
        opened.height(shape.height());
        opened.sample_aspect_ratio().num(shape.pixelWidth()).den(shape.pixelHeight());
        opened.pix_fmt(recipe.pixelFormat());
        opened.color_range(AVCOL_RANGE_MPEG);
        opened.colorspace(shape.matrix());
        opened.color_primaries(shape.primaries());
        opened.color_trc(shape.transfer());
        opened.time_base().num(1).den(1_000_000);
        opened.framerate().num((int) Math.round(settings.fps() * 1000)).den(1000);
        opened.bit_rate(settings.bitrate());
        if (recipe.capped()) {
            opened.rc_max_rate(settings.bitrate());
            opened.rc_buffer_size(2 * settings.bitrate());
        }
        opened.gop_size(settings.gop());
        opened.keyint_min(settings.gop());
        opened.max_b_frames(0);
        opened.profile(AV_PROFILE_H264_CONSTRAINED_BASELINE);
        opened.thread_count(settings.threads());
        opened.slices(settings.threads());
        // The header stands where a muxer and an SDP find it before the first picture.
        opened.flags(opened.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP);
    }

    @Override
    public byte[] parameterSets() {
        return parameterSets;
    }

    @Override
    public int pixelFormat() {
        return recipe.pixelFormat();
    }

    @Override
    public List<Packet> encode(AVFrame picture, long ptsMicros, boolean key) {
        var source = hardware == null ? picture : hardware.upload(picture);
        source.pts(times.enter(ptsMicros));
        source.pict_type(key || first ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        first = false;
        check("avcodec_send_frame", avcodec_send_frame(context, source));
        var packets = new ArrayList<Packet>(1);
        while (receive()) {
            try {
                packets.add(finished());
            } finally {
                av_packet_unref(packet);
            }
        }
        return packets;
    }

    private boolean receive() {
        int code = avcodec_receive_packet(context, packet);
        if (code == Native.AGAIN || code == AVERROR_EOF) {
            return false;
        }
        check("avcodec_receive_packet", code);
        return true;
    }

    private Packet finished() {
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        long pts = times.leave(packet.pts());
        var data = Native.view(packet);
        boolean bare = key && !NalUnits.hasParameterSet(data);
        var kept = ByteBuffer.allocate(data.remaining() + (bare ? parameterSets.length : 0));
        if (bare) {
            kept.put(parameterSets);
        }
        return new Packet(0, pts, pts, times.frameMicros(), key, kept.put(data).flip());
    }

    /** Some hardware says its parameter sets only with a picture: it is given one that nobody sees. */
    private byte[] learnParameterSets() {
        var scratch = new Resources();
        try {
            var shape = settings.shape();
            var blank = Native.frame(scratch, recipe.pixelFormat(), shape.width(), shape.height());
            for (int i = 0; i < 3; i++) {
                for (var learnt : encode(blank, i * times.frameMicros(), true)) {
                    var sets = NalUnits.split(learnt.data()).stream()
                            .filter(unit -> (unit[0] & 0x1f) == 7 || (unit[0] & 0x1f) == 8)
                            .toList();
                    if (!sets.isEmpty()) {
                        first = true;
                        return NalUnits.join(sets).array();
                    }
                }
            }
            throw new MediaException("open", recipe.name() + " gives no parameter sets", ErrorKind.CODEC);
        } finally {
            scratch.close();
        }
    }

    @Override
    public void close() {
        resources.close();
    }
}
