// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.path.Publication;
import io.nightjar.engine.path.Track;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A client that announced a stream and fills its path. */
final class PublishSession implements MediaSession {

    private static final Logger LOG = Logger.getLogger(PublishSession.class);

    private final String id = SessionIds.next();
    private final RtspContext context;
    private final RtspConnection connection;
    private final MediaPathName stream;
    private final TransportPlan transports;
    private final List<PublishTrack> tracks = new ArrayList<>();
    private final Map<Integer, PublishTrack> channels = new HashMap<>();
    private @Nullable Publication publication;
    private boolean told;
    private boolean ended;
    private long lastPacket;

    PublishSession(RtspContext context, RtspConnection connection, MediaPathName stream, List<Announced> announced) {
        this.context = context;
        this.connection = connection;
        this.stream = stream;
        this.transports = new TransportPlan(context.udp());
        announced.forEach(section -> tracks.add(PublishTrack.of(section)));
    }

    static RtspException taken() {
        return new RtspException(455, "The stream is already published by another client");
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether the client knows the id yet. */
    boolean told() {
        return told;
    }

    @Override
    public RtspResponse setup(RtspRequest request, StreamAddress address) {
        if (!address.stream().equals(stream) || publication != null) {
            throw new RtspException(455, "SETUP belongs to another stream, or comes too late");
        }
        var track = track(address.control());
        var transport = transports.choose(request.header("Transport").orElse(""));
        var channel = transport.interleaved();
        var ports = transport.clientPort();
        if (channel != null) {
            channels.put(channel.rtp(), track);
            channels.put(channel.rtcp(), track);
            track.travelsOn(new TcpOutlet(connection, channel), channel.rtp());
        } else if (ports != null) {
            var outlet = new UdpOutlet(context, connection.peerHost(), ports);
            track.travelsOn(outlet, -1);
            outlet.subscribe(connection.loop(), packet -> rtp(track, packet), packet -> rtcp(track, packet));
        }
        told = true;
        return RtspResponse.to(request, 200).with("Transport", transport.toString());
    }

    @Override
    public RtspResponse record(RtspRequest request) {
        if (publication != null) {
            throw new RtspException(455, "The stream is being recorded already");
        }
        if (tracks.stream().anyMatch(track -> track.wanted() && !track.ready())) {
            throw new RtspException(455, "Every announced track needs a SETUP before RECORD");
        }
        var formats = tracks.stream()
                .map(PublishTrack::track)
                .filter(Objects::nonNull)
                .toList();
        publication = context.paths().publish(stream, formats).orElseThrow(PublishSession::taken);
        publication.whenClosed(reason -> connection.loop().runOnContext(now -> fenced(reason)));
        lastPacket = context.nowMicros();
        LOG.infof(
                "publisher joined path=%s transport=%s codecs=%s",
                stream, transports.tcp() ? "tcp" : "udp", codecs(formats));
        return RtspResponse.to(request, 200);
    }

    /** Somebody else closed the path: the camera is gone, or another publisher takes over. */
    private void fenced(String reason) {
        if (!ended) {
            connection.close(reason);
        }
    }

    @Override
    public RtspResponse play(RtspRequest request) {
        throw new RtspException(455, "This session publishes");
    }

    @Override
    public RtspResponse pause(RtspRequest request) {
        throw new RtspException(455, "A publisher cannot pause; end the session instead");
    }

    @Override
    public void interleaved(int channel, ByteBuffer payload) {
        var track = channels.get(channel);
        if (track == null) {
            return;
        }
        if (track.rtpChannel() == channel) {
            rtp(track, payload);
        } else {
            rtcp(track, payload);
        }
    }

    private void rtp(PublishTrack track, ByteBuffer payload) {
        if (publication != null && !ended) {
            lastPacket = context.nowMicros();
            connection.heard();
            track.rtp(payload, lastPacket, publication);
        }
    }

    private void rtcp(PublishTrack track, ByteBuffer payload) {
        if (!ended) {
            track.rtcp(payload, context.nowMicros());
        }
    }

    @Override
    public void tick(long nowMicros) {
        if (publication == null) {
            return;
        }
        if (nowMicros - lastPacket > context.options().publisherSilence().toNanos() / 1000) {
            connection.close("The publisher fell silent");
            return;
        }
        tracks.forEach(track -> track.report(nowMicros));
    }

    @Override
    public boolean running() {
        return publication != null;
    }

    @Override
    public void end(String reason) {
        if (ended) {
            return;
        }
        ended = true;
        tracks.forEach(PublishTrack::end);
        if (publication != null) {
            publication.close(reason);
            LOG.infof(
                    "publisher left path=%s lost=%d reason=\"%s\"",
                    stream, tracks.stream().mapToInt(PublishTrack::lost).sum(), reason);
        }
    }

    /** Publishers ask for the control they announced; with one track there is nothing to choose. */
    private PublishTrack track(String control) {
        return tracks.stream()
                .filter(track -> track.answersTo(control))
                .findFirst()
                .or(() -> tracks.size() == 1 ? tracks.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new RtspException(404, "No such track was announced"));
    }

    private static String codecs(List<Track> formats) {
        return formats.stream().map(track -> track.codec().wire()).collect(Collectors.joining(","));
    }
}
