// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.rtp.AudioPacketizer;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.H265Packetizer;
import io.nightjar.rtsp.rtp.Packetizer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts the units of one path into payloads, once for all its sessions: the newest few are remembered. */
final class SharedPayloads {

    /** With RTP and SRTP around it, such a payload fits every path on the way to a browser. */
    static final int LARGEST = 1188;

    private static final int REMEMBERED = 6;

    private record Cut(Unit unit, List<Payload> payloads) {}

    private final Packetizer h264 = new H264Packetizer(LARGEST);
    private final Packetizer h265 = new H265Packetizer(LARGEST);
    private final Packetizer audio = new AudioPacketizer();
    private final Deque<Cut> newest = new ArrayDeque<>();

    synchronized List<Payload> of(Unit unit, Track track) {
        for (var cut : newest) {
            if (cut.unit().equals(unit)) {
                return cut.payloads();
            }
        }
        var payloads = cut(unit, track);
        newest.addFirst(new Cut(unit, payloads));
        if (newest.size() > REMEMBERED) {
            newest.removeLast();
        }
        return payloads;
    }

    private List<Payload> cut(Unit unit, Track track) {
        var payloads = new ArrayList<Payload>();
        packetizer(track).packetize(AccessUnits.sendable(unit, track), (length, marker) -> {
            byte[] bytes = new byte[length];
            payloads.add(new Payload(bytes, marker));
            return ByteBuffer.wrap(bytes);
        });
        return List.copyOf(payloads);
    }

    private Packetizer packetizer(Track track) {
        return switch (track.codec()) {
            case H264 -> h264;
            case H265 -> h265;
            default -> audio;
        };
    }
}
