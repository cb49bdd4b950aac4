// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A web server with a player's page and one stream. */
final class HlsSite implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html><video id=v muted autoplay playsinline></video><script src=/hls.js></script><script>
            const hls = new Hls({lowLatencyMode: true});
            window.hls = hls;
            window.errors = [];
            hls.on(Hls.Events.ERROR, (e, data) => errors.push(data.details + (data.fatal ? ' (fatal)' : '')));
            hls.loadSource('/live/index.m3u8');
            hls.attachMedia(v);
            const begun = performance.now();
            v.addEventListener('playing', () => { window.firstFrame ??= performance.now() - begun; });
            </script>""";

    private final HlsServer hls;
    private final HttpServer http;
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    HlsSite(HlsServer hls) throws IOException {
        this.hls = hls;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/live/", this::live);
        http.createContext("/hls.js", exchange -> send(exchange, 200, "text/javascript", script()));
        http.createContext(
                "/page", exchange -> send(exchange, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8)));
        http.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + path;
    }

    Map<String, Integer> statuses() {
        return statuses;
    }

    private static byte[] script() {
        try (var stream =
                HlsSite.class.getResourceAsStream("/META-INF/resources/webjars/hls.js/1.4.12/dist/hls.min.js")) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void live(HttpExchange exchange) throws IOException {
        var file = exchange.getRequestURI().getPath().substring("/live/".length());
        var reply =
                hls.get(Feed.GATE, file, query(exchange)).toCompletableFuture().join();
        statuses.merge(file.replaceAll("\\d+|[0-9a-f]{8}", "") + " " + reply.status(), 1, Integer::sum);
        exchange.getResponseHeaders().set("Cache-Control", reply.cacheControl());
        send(exchange, reply.status(), reply.contentType(), reply.body());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
