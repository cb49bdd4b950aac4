// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that moves heads: remembers what it was asked, and fails as tests want it to, over HTTP at /control/ptz. */
final class FakePtz {
    private static final Buffer PICTURE = Buffer.buffer("a picture of a preset");

    private final List<JsonObject> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger drops = new AtomicInteger();
    private volatile JsonObject faults = new JsonObject();

    void mount(Router router) {
        router.get("/control/ptz").handler(context -> context.json(new JsonArray(List.copyOf(calls))));
        router.post("/control/ptz").handler(context -> context.request().body().onSuccess(body -> {
            faults = body.toJsonObject();
            drops.set(faults.getInteger("drop", 0));
            calls.clear();
            context.end();
        }));
        router.get("/q/health/live").handler(context -> context.json(new JsonObject().put("status", "UP")));
        router.get("/internal/ptz/devices")
                .handler(context -> context.json(faults.getJsonArray("devices", new JsonArray())));
        router.route("/internal/ptz/*").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        request.body().onSuccess(body -> {
            calls.add(new JsonObject()
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("body", body.toString())
                    .put("user", request.getHeader("X-Nightjar-User"))
                    .put("role", request.getHeader("X-Nightjar-Role"))
                    .put("channel", request.getHeader("X-Nightjar-Channel"))
                    .put("evil", request.getHeader("X-Evil")));
            if (drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                request.connection().close();
            } else if (!faults.getJsonArray("hang", new JsonArray()).contains(camera(request.path()))) {
                reply(context);
            }
        });
    }

    private void reply(RoutingContext context) {
        var path = context.request().path();
        if (faults.containsKey("owner")) {
            problem(
                    context,
                    409,
                    "conflict",
                    new JsonObject()
                            .put("detail", "Another process moves this camera.")
                            .put("fields", new JsonObject().put("owner", faults.getString("owner"))));
        } else if (path.endsWith("/picture.jpg")) {
            picture(context);
        } else if (path.endsWith("/leased/ptz/move") || faults.getBoolean("leased", false) && path.endsWith("/move")) {
            problem(
                    context,
                    409,
                    "conflict",
                    new JsonObject().put("detail", "Anna is moving this camera; it is free in 4 s."));
        } else if (path.endsWith("/move")) {
            boolean renewed = faults.getBoolean("renewed", false);
            context.json(new JsonObject()
                    .put("driver", "onvif")
                    .put("renewed", renewed)
                    .put("ms", 3));
        } else {
            context.json(new JsonObject().put("asked", path));
        }
    }

    private static void picture(RoutingContext context) {
        var response = context.response().putHeader("ETag", "\"p1\"").putHeader("Cache-Control", "private, max-age=60");
        if ("\"p1\"".equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader("Content-Type", "image/jpeg").end(PICTURE);
        }
    }

    private static void problem(RoutingContext context, int status, String kind, JsonObject document) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(document.put("title", "In conflict with what is there")
                        .put("status", status)
                        .put("kind", kind)
                        .encode());
    }

    private static String camera(String path) {
        var words = path.split("/");
        return words.length > 4 ? words[4] : "";
    }
}
