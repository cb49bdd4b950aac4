// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Amcrest and Dahua: RTSP, MJPEG of the small stream only, single pictures by digest. Channels count from 1, mostly. */
final class Amcrest implements VendorAdapter {

    private static final String SMALL_ONLY =
            "Amcrest cameras send MJPEG of their small stream only, so this is the small picture.";

    @Override
    public Vendor vendor() {
        return Vendor.AMCREST;
    }

    @Override
    public List<Candidate> derived(StreamWish wish, Duration timeout) {
        int channel = Place.channel(wish);
        return switch (wish.protocol().orElse(Protocol.RTSP)) {
            case RTSP -> List.of(rtsp(wish, channel));
            case MJPEG -> List.of(mjpeg(wish, channel));
            // Old single-lens firmware counts from 0.
            case SNAPSHOT ->
                Stream.of(channel, channel - 1)
                        .map(number -> snapshot(wish, number))
                        .toList();
            case RTMP, FLV, HLS, SRT, NEOLINK, V4L2, FILE -> List.of();
        };
    }

    @Override
    public InputOptions input(Protocol protocol, Role role) {
        return protocol == Protocol.SNAPSHOT ? SnapshotInput.of(2, null, null, 5000) : InputOptions.NONE;
    }

    private Candidate rtsp(StreamWish wish, int channel) {
        int subtype = wish.role() == Role.MAIN ? 0 : 1;
        var path = "/cam/realmonitor?channel=" + channel + "&subtype=" + subtype;
        return candidate(wish, Protocol.RTSP, Place.of(wish).url("rtsp", Ports.RTSP, path, Protocol.RTSP));
    }

    private Candidate mjpeg(StreamWish wish, int channel) {
        var path = "/cgi-bin/mjpg/video.cgi?channel=" + channel + "&subtype=1";
        var small = candidate(wish, Protocol.MJPEG, Place.of(wish).web(path, Protocol.MJPEG));
        return wish.role() == Role.MAIN ? small.withRemark(SMALL_ONLY) : small;
    }

    private Candidate snapshot(StreamWish wish, int channel) {
        var path = "/cgi-bin/snapshot.cgi?channel=" + channel;
        return candidate(wish, Protocol.SNAPSHOT, Place.of(wish).web(path, Protocol.SNAPSHOT));
    }
}
