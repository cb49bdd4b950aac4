// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.media.Codec;
import io.nightjar.media.VideoParameters;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspItem;
import io.nightjar.rtsp.RtspParser;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import io.nightjar.rtsp.rtp.AccessUnit;
import io.nightjar.rtsp.rtp.H264Depacketizer;
import io.nightjar.rtsp.rtp.Rtcp;
import io.nightjar.rtsp.rtp.RtpPacket;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A small RTSP client over TCP that shows what a camera really sends. */
public final class TestClient implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final String url;
    private final @Nullable Credentials credentials;
    private final Socket socket;
    private final BlockingQueue<RtspResponse> responses = new LinkedBlockingQueue<>();
    private final BlockingQueue<AccessUnit> pictures = new LinkedBlockingQueue<>();
    private final BlockingQueue<Rtcp> reports = new LinkedBlockingQueue<>();
    private final H264Depacketizer depacketizer = new H264Depacketizer();
    private volatile boolean ended;
    private int cseq;

    public TestClient(String url, @Nullable Credentials credentials) throws IOException {
        this.url = url;
        this.credentials = credentials;
        this.socket = new Socket("127.0.0.1", URI.create(url).getPort());
        Thread.ofVirtual().start(this::receive);
    }

    /** Connects, signs in and plays. */
    static TestClient playing(String url, @Nullable Credentials credentials) throws Exception {
        var client = new TestClient(url, credentials);
        client.play();
        return client;
    }

    RtspResponse play() throws Exception {
        ask("DESCRIBE", url, null);
        ask("SETUP", url + "/trackID=0", "RTP/AVP/TCP;unicast;interleaved=0-1");
        return ask("PLAY", url, null);
    }

    /** Asks once more with proof where the camera wants some. */
    public RtspResponse ask(String method, String uri, @Nullable String transport) throws Exception {
        var request = RtspRequest.of(method, uri, ++cseq);
        var asked = transport == null ? request : request.with("Transport", transport);
        var response = exchange(asked);
        if (response.status() != 401 || credentials == null) {
            return response;
        }
        var challenges = RtspAuth.challenges(response.headers().all("WWW-Authenticate"));
        var proof = RtspAuth.answer(challenges, method, uri, credentials.username(), credentials.password());
        return exchange(asked.with("CSeq", Integer.toString(++cseq)).with("Authorization", proof.orElseThrow()));
    }

    private RtspResponse exchange(RtspRequest request) throws Exception {
        socket.getOutputStream().write(request.toBytes());
        return requireNonNull(responses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no answer to " + request.method());
    }

    AccessUnit picture() throws InterruptedException {
        return requireNonNull(pictures.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no picture came");
    }

    /** Takes pictures until one has this size. */
    void awaitSize(int width, int height) throws InterruptedException {
        var wanted = width + "x" + height;
        for (var picture = picture(); !size(picture).equals(wanted); ) {
            picture = picture();
        }
    }

    boolean hasPicture() {
        return !pictures.isEmpty();
    }

    void forgetPictures() {
        pictures.clear();
    }

    Rtcp report() throws InterruptedException {
        return requireNonNull(reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no report came");
    }

    /** The camera closed the connection. */
    boolean ended() {
        return ended;
    }

    /** Such as 640x360; empty for a picture that does not say. */
    static String size(AccessUnit unit) {
        return VideoParameters.of(Codec.H264, unit.parts())
                .map(said -> said.width() + "x" + said.height())
                .orElse("");
    }

    private void receive() {
        var parser = new RtspParser();
        var buffer = new byte[1 << 16];
        try (var input = socket.getInputStream()) {
            for (var length = input.read(buffer); length >= 0; length = input.read(buffer)) {
                parser.feed(Arrays.copyOf(buffer, length), this::item);
            }
        } catch (IOException closed) {
            // the end is what the test asks for, not how it came
        } finally {
            ended = true;
        }
    }

    private void item(RtspItem item) {
        switch (item) {
            case RtspResponse response -> responses.add(response);
            case RtspItem.Interleaved packet
            when packet.channel() == 0 ->
                RtpPacket.parse(packet.payload()).ifPresent(rtp -> depacketizer.packet(rtp, pictures::add));
            case RtspItem.Interleaved packet -> reports.addAll(Rtcp.parse(packet.payload()));
            case RtspRequest request -> throw new IllegalStateException("A camera asked: " + request);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
