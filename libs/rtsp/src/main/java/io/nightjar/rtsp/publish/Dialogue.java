// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.publish;

import io.nightjar.rtsp.ResponseReader;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import io.nightjar.rtsp.Sdp;
import io.nightjar.rtsp.TransportHeader;
import io.nightjar.rtsp.publish.PublishFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of one publication and their answers, before and after the packets. */
final class Dialogue {

    private static final int USUAL_PORT = 554;

    private final SocketChannel channel;
    private final String address;
    private final String user;
    private final String password;
    private final Duration timeout;
    private final ResponseReader answers = new ResponseReader();
    private List<RtspAuth.Challenge> challenges = List.of();
    private Optional<String> session = Optional.empty();
    private int sequence;

    private Dialogue(SocketChannel channel, String address, String user, String password, Duration timeout) {
        this.channel = channel;
        this.address = address;
        this.user = user;
        this.password = password;
        this.timeout = timeout;
    }

    static Dialogue begin(URI address, String user, String password, Duration timeout) throws PublishFailure {
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        @Nullable SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            // A picture is one write: waiting to fill a segment would only delay its end.
            channel.socket().setTcpNoDelay(true);
            channel.socket().connect(new InetSocketAddress(address.getHost(), port), millis(timeout));
            return new Dialogue(channel, address.toString(), user, password, timeout);
        } catch (IOException failure) {
            closeQuietly(channel);
            throw failure(failure);
        }
    }

    SocketChannel channel() {
        return channel;
    }

    void announce(List<PublishedTrack> tracks) throws PublishFailure {
        var description =
                Sdp.of("Nightjar", tracks.stream().map(PublishedTrack::media).toList());
        ask(request("ANNOUNCE", address).withBody("application/sdp", description.write()));
        for (int index = 0; index < tracks.size(); index++) {
            var control = Sdp.controlAddress(address, tracks.get(index).media().control());
            var transport = TransportHeader.tcp(2 * index);
            var answer = ask(request("SETUP", control).with("Transport", transport + ";mode=record"));
            session = answer.session().or(() -> session);
        }
        ask(request("RECORD", address).with("Range", "npt=0.000-"));
    }

    /** One request more, whose answer nobody waits for. */
    void sayGoodbye() {
        try {
            channel.write(ByteBuffer.wrap(complete(request("TEARDOWN", address)).toBytes()));
        } catch (IOException gone) {
            // Then there is nobody to say it to.
        }
    }

    private RtspRequest request(String method, String uri) {
        var request = RtspRequest.of(method, uri, 0).with("User-Agent", "Nightjar");
        return session.map(id -> request.with("Session", id)).orElse(request);
    }

    private RtspResponse ask(RtspRequest request) throws PublishFailure {
        var answer = exchange(request);
        if (answer.status() == 401 && challenges.isEmpty()) {
            challenges = RtspAuth.challenges(answer.headers().all("WWW-Authenticate"));
            answer = exchange(request);
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw new PublishFailure(Kind.AUTH, "the server refused the user or the password");
        }
        if (!answer.successful()) {
            throw new PublishFailure(
                    Kind.PROTOCOL, "the server answered " + answer.status() + " to " + request.method());
        }
        return answer;
    }

    private RtspResponse exchange(RtspRequest request) throws PublishFailure {
        try {
            channel.socket().setSoTimeout(millis(timeout));
            channel.socket().getOutputStream().write(complete(request).toBytes());
            return answers.answer(sequence, channel.socket().getInputStream()::read);
        } catch (IOException failure) {
            throw failure(failure);
        } catch (RtspException garbled) {
            throw new PublishFailure(Kind.PROTOCOL, "the server does not speak RTSP", garbled);
        }
    }

    private RtspRequest complete(RtspRequest request) {
        var numbered = request.with("CSeq", Integer.toString(++sequence));
        return RtspAuth.answer(challenges, request.method(), request.uri(), user, password)
                .map(value -> numbered.with("Authorization", value))
                .orElse(numbered);
    }

    void close() {
        closeQuietly(channel);
    }

    private static void closeQuietly(@Nullable SocketChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // It was to be given up anyway.
            }
        }
    }

    private static PublishFailure failure(IOException failure) {
        return switch (failure) {
            case PublishFailure known -> known;
            case SocketTimeoutException late -> new PublishFailure(Kind.TIMEOUT, "no answer in time", late);
            case ConnectException refused -> new PublishFailure(Kind.REFUSED, "nobody answers there", refused);
            default -> new PublishFailure(Kind.RESET, "the server closed the connection", failure);
        };
    }

    private static int millis(Duration time) {
        return Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE);
    }
}
