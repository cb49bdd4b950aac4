// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.MediaPath;
import io.nightjar.engine.path.Reader;
import io.nightjar.engine.path.Track;
import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.TransportHeader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * A player of one path. Units come from the publisher's thread and are sent on the connection's own. A player that does
 * not keep up loses pictures up to the next key picture, and at last its connection; nobody waits for it.
 */
final class PlaySession implements MediaSession, Reader {

    static final long UNKNOWN = Long.MIN_VALUE;

    private static final Logger LOG = Logger.getLogger(PlaySession.class);
    private static final String CONTROL = "trackID=";

    /** Units handed over to an event loop that does not get to them: it is overloaded, not the player. */
    private static final int MAX_QUEUED_UNITS = 2048;

    private final String id = SessionIds.next();
    private final RtspContext context;
    private final RtspConnection connection;
    private final MediaPath path;
    private final MediaPathName asked;
    private final TransportPlan transports;
    private final Map<Integer, PlayTrack> tracks = new TreeMap<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final Congestion congestion = new Congestion();
    private volatile boolean overrun;
    private boolean playing;
    private boolean ended;
    private long firstCachedMicros = UNKNOWN;

    PlaySession(RtspContext context, RtspConnection connection, MediaPath path, MediaPathName asked) {
        this.context = context;
        this.connection = connection;
        this.path = path;
        this.asked = asked;
        this.transports = new TransportPlan(context.udp());
    }

    static Sdp describe(MediaPath path) {
        return Sdp.of(
                path.id().toString(),
                path.tracks().stream()
                        .filter(CodecFormats::playable)
                        .map(track -> CodecFormats.describe(track, CONTROL + track.index()))
                        .toList());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public RtspResponse setup(RtspRequest request, StreamAddress address) {
        if (!address.stream().equals(asked)) {
            throw new RtspException(400, "All tracks of a session belong to the same stream");
        }
        var track = track(address.control());
        if (playing || tracks.containsKey(track.index())) {
            throw new RtspException(455, "The track is set up already, or the stream is playing");
        }
        var transport = transports.choose(request.header("Transport").orElse(""));
        var playTrack = new PlayTrack(track, request.uri(), outlet(transport));
        tracks.put(track.index(), playTrack);
        return RtspResponse.to(request, 200)
                .with("Transport", transport.withSsrc(playTrack.ssrc()).toString());
    }

    private Outlet outlet(TransportHeader transport) {
        var channels = transport.interleaved();
        if (channels != null) {
            return new TcpOutlet(connection, channels);
        }
        var ports = transport.clientPort();
        if (ports == null) {
            throw new RtspException(461, "RTP over UDP needs client_port");
        }
        var outlet = new UdpOutlet(context, connection.peerHost(), ports);
        outlet.subscribe(connection.loop(), packet -> connection.heard(), packet -> connection.heard());
        return outlet;
    }

    @Override
    public RtspResponse play(RtspRequest request) {
        if (!playing) {
            playing = true;
            congestion.begin(tracks.values().stream().anyMatch(PlayTrack::video));
            firstCachedMicros = UNKNOWN;
            path.add(this);
            LOG.infof("reader joined path=%s protocol=rtsp transport=%s", path.id(), transports.tcp() ? "tcp" : "udp");
        }
        var info = tracks.values().stream()
                .map(track -> track.info(firstCachedMicros))
                .collect(Collectors.joining(","));
        return RtspResponse.to(request, 200).with("Range", "npt=0.000-").with("RTP-Info", info);
    }

    @Override
    public RtspResponse record(RtspRequest request) {
        throw new RtspException(455, "This session plays");
    }

    @Override
    public RtspResponse pause(RtspRequest request) {
        if (playing) {
            playing = false;
            path.remove(this);
        }
        return RtspResponse.to(request, 200);
    }

    @Override
    public void interleaved(int channel, ByteBuffer payload) {
        // reception reports; TCP itself tells how well the player keeps up
    }

    @Override
    public void tick(long nowMicros) {
        if (!playing) {
            return;
        }
        boolean full = transports.tcp() && connection.full();
        if (congestion.lasts(
                full, nowMicros, context.options().slowReaderTimeout().toNanos() / 1000)) {
            connection.abort("The player is too slow");
            return;
        }
        tracks.values().forEach(track -> track.report(nowMicros));
    }

    @Override
    public boolean running() {
        return playing && transports.tcp();
    }

    @Override
    public void end(String reason) {
        if (ended) {
            return;
        }
        ended = true;
        path.remove(this);
        tracks.values().forEach(PlayTrack::end);
        if (playing) {
            LOG.infof(
                    "reader left path=%s protocol=rtsp dropped=%d reason=\"%s\"",
                    path.id(), congestion.dropped(), reason);
        }
        playing = false;
    }

    @Override
    public void format(List<Track> changed) {
        // the new parameter sets come with the next key picture
    }

    @Override
    public void unit(Unit unit, boolean cached) {
        if (cached && firstCachedMicros == UNKNOWN) {
            firstCachedMicros = unit.ptsMicros();
        }
        if (queued.get() >= MAX_QUEUED_UNITS) {
            overrun = true;
            return;
        }
        queued.incrementAndGet();
        connection.loop().runOnContext(now -> {
            queued.decrementAndGet();
            deliver(unit, cached);
        });
    }

    @Override
    public void ended(String reason) {
        connection.loop().runOnContext(now -> connection.close(reason));
    }

    private void deliver(Unit unit, boolean cached) {
        var track = tracks.get(unit.track());
        if (!playing || track == null) {
            return;
        }
        long now = context.nowMicros();
        // The cached pictures may overfill the queue: they are few, and without them a new player sees nothing.
        boolean full = overrun || (track.full() && !cached);
        overrun = false;
        if (congestion.admits(track.video() && unit.key(), full, now)) {
            track.send(unit, now);
        }
    }

    private Track track(String control) {
        var playable = path.tracks().stream().filter(CodecFormats::playable).toList();
        return playable.stream()
                .filter(track -> control.isEmpty() || control.equals(CONTROL + track.index()))
                .findFirst()
                .orElseThrow(() -> new RtspException(404, "The stream has no such track"));
    }
}
