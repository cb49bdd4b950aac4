// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import io.nightjar.media.KnownOption.Owner;
import java.util.List;

/** The options that readers give. */
final class InputOption {

    static final KnownOption PROTOCOLS = reader("protocol_whitelist");
    static final KnownOption FORMATS = reader("format_whitelist");
    static final KnownOption WAIT = reader("rw_timeout");
    static final KnownOption MAX_DELAY = reader("max_delay");

    static final KnownOption RTSP_TRANSPORT = demuxer("rtsp", "rtsp_transport");
    static final KnownOption RTSP_MEDIA = demuxer("rtsp", "allowed_media_types");
    static final KnownOption RTSP_WAIT = demuxer("rtsp", "timeout");
    static final KnownOption RTSP_BUFFER = demuxer("rtsp", "buffer_size");

    static final KnownOption TCP_BUFFER = protocol("tcp", "recv_buffer_size");
    static final KnownOption RTMP_LIVE = protocol("rtmp", "rtmp_live");
    static final KnownOption RECONNECT = protocol("http", "reconnect");
    static final KnownOption RECONNECT_STREAMED = protocol("http", "reconnect_streamed");
    static final KnownOption RECONNECT_DELAY = protocol("http", "reconnect_delay_max");
    static final KnownOption HLS_START = demuxer("hls", "live_start_index");

    static final KnownOption CAMERA_FORMAT = demuxer("video4linux2", "input_format");
    static final KnownOption CAMERA_SIZE = demuxer("video4linux2", "video_size");
    static final KnownOption CAMERA_RATE = demuxer("video4linux2", "framerate");

    /** What every installation needs. */
    static final List<KnownOption> NETWORK = List.of(
            PROTOCOLS,
            FORMATS,
            WAIT,
            MAX_DELAY,
            RTSP_TRANSPORT,
            RTSP_MEDIA,
            RTSP_WAIT,
            RTSP_BUFFER,
            TCP_BUFFER,
            RTMP_LIVE,
            RECONNECT,
            RECONNECT_STREAMED,
            RECONNECT_DELAY,
            HLS_START);

    /** What is known only once local cameras are. */
    static final List<KnownOption> LOCAL = List.of(CAMERA_FORMAT, CAMERA_SIZE, CAMERA_RATE);

    private InputOption() {}

    private static KnownOption reader(String name) {
        return new KnownOption(Owner.READER, "reader", name);
    }

    private static KnownOption demuxer(String component, String name) {
        return new KnownOption(Owner.DEMUXER, component, name);
    }

    private static KnownOption protocol(String component, String name) {
        return new KnownOption(Owner.PROTOCOL, component, name);
    }
}
