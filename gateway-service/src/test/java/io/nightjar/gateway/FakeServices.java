// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Ingest, packager, two of ptz, and recording in small servers, controlled by tests over HTTP at /control. */
final class FakeServices {
    /** A picture is told by its bytes, not decoded: two markers of JPEG and some text. */
    private static final Buffer JPEG = Buffer.buffer()
            .appendUnsignedByte((short) 0xFF)
            .appendUnsignedByte((short) 0xD8)
            .appendString("a picture");

    /** Large enough to fill what the network holds between two programs. */
    private static final Buffer LARGE_JPEG = JPEG.copy().appendBytes(new byte[600_000]);

    private final Vertx vertx;
    private final List<JsonObject> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger watching = new AtomicInteger();
    private volatile boolean pictures = true;
    private volatile JsonObject lastTrial = new JsonObject();

    FakeServices(Vertx vertx) {
        this.vertx = vertx;
    }

    Future<Integer> listen() {
        var second = Router.router(vertx);
        new FakePtz().mount(second);
        return listen(second).compose(port -> listen(first("http://127.0.0.1:" + port)));
    }

    private Router first(String otherPtz) {
        var router = Router.router(vertx);
        router.get("/control/ptz/other").handler(context -> context.end(otherPtz));
        router.get("/control/calls").handler(context -> context.json(new JsonArray(List.copyOf(calls))));
        router.get("/control/watching").handler(context -> context.json(watching.get()));
        router.post("/control/pictures/:state").handler(this::switchPictures);
        router.get("/control/trial").handler(context -> context.json(lastTrial));
        router.route().handler(this::remember);
        router.get("/internal/packager/info")
                .handler(context ->
                        context.json(new JsonObject().put("engine", "embedded").put("rtspPort", 18554)));
        router.get("/internal/ingest/snapshot/:camera/:file").handler(this::snapshot);
        router.get("/internal/ingest/mjpeg/:camera/:role").handler(this::mjpeg);
        router.post("/internal/ingest/streams/:camera/:role/restart").handler(context -> context.end());
        router.post("/internal/ingest/test").handler(this::test);
        router.post("/internal/ingest/discover").handler(this::discover);
        new FakePtz().mount(router);
        router.route("/internal/recording/*").handler(this::notBuilt);
        router.get("/hls/:camera/:role/:file").handler(this::hls);
        router.post("/whep/:camera/:role").handler(this::whep);
        router.delete("/whep/:camera/:role/:session")
                .handler(context -> context.response().setStatusCode(204).end());
        return router;
    }

    private Future<Integer> listen(Router router) {
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort);
    }

    private void remember(RoutingContext context) {
        calls.add(new JsonObject()
                .put("method", context.request().method().name())
                .put("uri", context.request().uri())
                .put("authorization", context.request().getHeader("Authorization"))
                .put("cookie", context.request().getHeader("Cookie")));
        context.next();
    }

    private void switchPictures(RoutingContext context) {
        pictures = "on".equals(context.pathParam("state"));
        context.end();
    }

    private void snapshot(RoutingContext context) {
        if (!pictures) {
            context.response().setStatusCode(404).end();
            return;
        }
        context.response().putHeader("X-Captured-At", Instant.now().toString()).end(JPEG);
    }

    private void mjpeg(RoutingContext context) {
        var response = context.response();
        response.setChunked(true).putHeader("Content-Type", "multipart/x-mixed-replace; boundary=x");
        var jpeg = "1920".equals(context.request().getParam("width")) ? LARGE_JPEG : JPEG;
        watching.incrementAndGet();
        var timer = vertx.setPeriodic(
                1,
                40,
                tick -> response.write(Buffer.buffer("--x\r\nContent-Type: image/jpeg\r\nContent-Length: "
                                + jpeg.length() + "\r\nX-Captured-At: " + Instant.now() + "\r\n\r\n")
                        .appendBuffer(jpeg)
                        .appendString("\r\n")));
        response.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            watching.decrementAndGet();
        });
    }

    /** Says more than an ingest process ever would, to see what goes further. */
    private void test(RoutingContext context) {
        context.request().body().onSuccess(body -> {
            lastTrial = body.toJsonObject();
            var secret =
                    lastTrial.getJsonObject("credentials", new JsonObject()).getString("password", "none");
            var answer = new JsonObject()
                    .put("ok", true)
                    .put(
                            "steps",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("step", "sign-in")
                                            .put("ok", true)
                                            .put("detail", "Let in at rtsp://u:" + secret + "@10.9.9.9 with " + secret)
                                            .put("ms", 12)
                                            .put("internal", secret)))
                    .put(
                            "streams",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("role", "main")
                                            .put("codec", "h264")
                                            .put("width", 1920)
                                            .put("height", 1080)
                                            .put("fps", 25.0)
                                            .put("protocol", "rtsp")
                                            .put("transport", "tcp")
                                            .put("score", 5.18e7)
                                            .put("address", "rtsp://u:" + secret + "@10.9.9.9")))
                    .put("picture", "data:image/jpeg;base64,/9j/")
                    .put("request", lastTrial);
            context.json(answer);
        });
    }

    private void discover(RoutingContext context) {
        context.json(new JsonObject()
                .put(
                        "items",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("address", "10.9.9.7")
                                                .put("name", "Côté jardin")
                                                .put("vendor", "amcrest")
                                                .put("model", "IP5M")
                                                .put(
                                                        "camera",
                                                        new JsonObject()
                                                                .put("vendor", "amcrest")
                                                                .put("host", "10.9.9.7")
                                                                .put(
                                                                        "credentials",
                                                                        new JsonObject()
                                                                                .put("username", "u")
                                                                                .put("password", "canary"))
                                                                .put(
                                                                        "streams",
                                                                        new JsonObject()
                                                                                .put(
                                                                                        "main",
                                                                                        new JsonObject()
                                                                                                .put(
                                                                                                        "url",
                                                                                                        "rtsp://u:canary@10.9.9.7/x")))))
                                .add(new JsonObject()
                                        .put("address", "127.0.0.1")
                                        .put("name", "Gate"))));
    }

    private void notBuilt(RoutingContext context) {
        context.response()
                .setStatusCode(501)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("title", "Not supported")
                        .put("status", 501)
                        .put("detail", "This is not built yet.")
                        .put("kind", "unsupported")
                        .encode());
    }

    private void hls(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "application/vnd.apple.mpegurl")
                .putHeader("Cache-Control", "max-age=1")
                .end("#EXTM3U " + context.request().query());
    }

    private void whep(RoutingContext context) {
        context.request().body().onSuccess(offer -> context.response()
                .setStatusCode(201)
                .putHeader("Content-Type", "application/sdp")
                .putHeader("Location", context.request().path() + "/session-1")
                .end("answer to " + offer));
    }
}
