// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.Packetizer;
import io.nightjar.simulators.rtsp.Feed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** What a client sees of an SRTP stream when it does not know SRTP: packets, and no picture in them. */
final class EncryptedFeed implements Feed {

    private static final byte KEY = 0x5a;

    private final Feed feed;
    private final Map<Viewer, Viewer> viewers = new ConcurrentHashMap<>();

    EncryptedFeed(Feed feed) {
        this.feed = feed;
    }

    @Override
    public CompletionStage<SdpMedia> describe(String control) {
        return feed.describe(control);
    }

    @Override
    public Packetizer packetizer() {
        return feed.packetizer();
    }

    @Override
    public void watch(Viewer viewer) {
        Viewer encrypting = unit -> viewer.picture(new Unit(
                unit.nals().stream().map(EncryptedFeed::encrypted).toList(),
                unit.ticks(),
                unit.epochMicros(),
                unit.key()));
        viewers.put(viewer, encrypting);
        feed.watch(encrypting);
    }

    private static byte[] encrypted(byte[] nal) {
        var bytes = nal.clone();
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] ^= KEY;
        }
        return bytes;
    }

    @Override
    public void leave(Viewer viewer) {
        var encrypting = viewers.remove(viewer);
        if (encrypting != null) {
            feed.leave(encrypting);
        }
    }

    @Override
    public int viewers() {
        return viewers.size();
    }

    @Override
    public int viewersEver() {
        return feed.viewersEver();
    }

    @Override
    public long pictures() {
        return feed.pictures();
    }

    /** The feed belongs to its camera. */
    @Override
    public void close() {
        List.copyOf(viewers.keySet()).forEach(this::leave);
    }
}
