// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.StreamPassword;
import io.nightjar.packager.PackagerConfig;
import io.nightjar.packager.plane.MediaPlane;
import io.nightjar.packager.plane.MediaReply;
import io.nightjar.packager.plane.PathState;
import io.nightjar.packager.plane.SessionPatch;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The media plane by a real MediaMTX: viewers reach it only through here, where they have been authorised. */
public final class MediaMtxPlane implements MediaPlane {

    /** Where its servers are, and what opens them to us. */
    public record Endpoints(URI hls, URI webrtc, int rtspPort) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> KEPT_HEADERS =
            List.of("content-type", "cache-control", "etag", "accept-patch", "link");

    private final HttpClient client;
    private final Endpoints endpoints;
    private final Wanted wanted;
    private final Reconciler reconciler;
    private final PathBoard board = new PathBoard();

    MediaMtxPlane(HttpClient client, MediaMtxApi api, Endpoints endpoints, Wanted wanted) {
        this.client = client;
        this.endpoints = endpoints;
        this.wanted = wanted;
        this.reconciler = new Reconciler(api, wanted, board::seen);
        reconciler.start();
    }

    public static MediaMtxPlane open(
            PackagerConfig.MediaMtx config, ServiceToken serviceToken, StreamPassword streamPassword) {
        var client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var api = new MediaMtxApi(client, config.apiUrl(), config.apiUsername(), config.apiPassword());
        var users = new Wanted.Users(
                serviceToken.value(), streamPassword.value(), config.apiUsername(), config.apiPassword());
        var endpoints = new Endpoints(
                config.hlsUrl(), config.webrtcUrl(), config.rtspUrl().getPort());
        return new MediaMtxPlane(client, api, endpoints, new Wanted(users, HlsSecret.of(serviceToken)));
    }

    @Override
    public String engine() {
        return "mediamtx";
    }

    @Override
    public void streams(Set<StreamId> streams) {
        reconciler.streams(streams);
    }

    @Override
    public CompletionStage<MediaReply> hls(MediaPathName path, String file, Map<String, String> query) {
        var words = query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        var request = HttpRequest.newBuilder(endpoints.hls().resolve("/" + path + "/" + file + words))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + wanted.hlsSecret())
                .build();
        return whenOnline(path, request);
    }

    @Override
    public CompletionStage<MediaReply> offer(MediaPathName path, String sdp) {
        var request = session(path, "")
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(sdp))
                .build();
        return whenOnline(path, request);
    }

    @Override
    public CompletionStage<MediaReply> patch(MediaPathName path, String session, SessionPatch patch) {
        var request = session(path, "/" + encoded(session))
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch.body()));
        if (patch.contentType() != null) {
            request.header("Content-Type", patch.contentType());
        }
        if (patch.ifMatch() != null) {
            request.header("If-Match", patch.ifMatch());
        }
        return send(request.build());
    }

    @Override
    public CompletionStage<MediaReply> delete(MediaPathName path, String session) {
        return send(session(path, "/" + encoded(session)).DELETE().build());
    }

    @Override
    public List<PathState> paths() {
        return board.all();
    }

    @Override
    public void listen(Consumer<PathState> listener) {
        board.listen(listener);
    }

    @Override
    public int rtspPort() {
        return endpoints.rtspPort();
    }

    @Override
    public void close() {
        reconciler.close();
    }

    private HttpRequest.Builder session(MediaPathName path, String rest) {
        return HttpRequest.newBuilder(endpoints.webrtc().resolve("/" + path + "/whep" + rest))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        MediaMtxApi.basic("service", wanted.users().serviceToken()));
    }

    private CompletionStage<MediaReply> whenOnline(MediaPathName path, HttpRequest request) {
        return board.online(path, PATIENCE)
                .handle((online, late) -> late == null)
                .thenCompose(online -> online ? send(request) : Replies.offline(path));
    }

    private CompletionStage<MediaReply> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(MediaMtxPlane::reply)
                .exceptionallyCompose(failure -> Replies.unreachable());
    }

    private static MediaReply reply(HttpResponse<byte[]> answer) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : KEPT_HEADERS) {
            answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        answer.headers()
                .firstValue("location")
                .ifPresent(location -> headers.put("location", location.substring(location.lastIndexOf('/') + 1)));
        // Its own 401 would ask the viewer for a password that is ours.
        int status = answer.statusCode() == 401 ? 502 : answer.statusCode();
        return new MediaReply(status, headers, Buffer.buffer(answer.body()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
