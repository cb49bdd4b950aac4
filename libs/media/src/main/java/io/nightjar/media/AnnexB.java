// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avcodec.*;

import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Turns the length-prefixed pictures of MP4, FLV and RTMP into Annex B with the parameter sets in every key picture: one
 * form for everybody after, also when the camera announces another format in mid-stream.
 */
final class AnnexB {

    private final AVBSFContext filter;
    private final Damage damage;

    private AnnexB(AVBSFContext filter, Damage damage) {
        this.filter = filter;
        this.damage = damage;
    }

    static AnnexB of(AVStream stream, Resources resources, Damage damage) {
        var parameters = stream.codecpar();
        var name = parameters.codec_id() == AV_CODEC_ID_H264 ? "h264_mp4toannexb" : "hevc_mp4toannexb";
        var filter = new AVBSFContext(null);
        check("av_bsf_alloc", av_bsf_alloc(notNull(name, av_bsf_get_by_name(name)), filter));
        resources.own(filter, () -> av_bsf_free(filter));
        check("avcodec_parameters_copy", avcodec_parameters_copy(filter.par_in(), parameters));
        filter.time_base_in(stream.time_base());
        check("av_bsf_init", av_bsf_init(filter));
        return new AnnexB(filter, damage);
    }

    byte[] extradata() {
        return Native.extradata(filter.par_out());
    }

    /** Converts in place; false when the packet is broken and was dropped. */
    boolean convert(AVPacket packet) {
        boolean whole = av_bsf_send_packet(filter, packet) >= 0 && av_bsf_receive_packet(filter, packet) >= 0;
        if (!whole) {
            av_packet_unref(packet);
            damage.seen(Damage.Kind.CORRUPT);
        }
        return whole;
    }

    void reset() {
        av_bsf_flush(filter);
    }
}
