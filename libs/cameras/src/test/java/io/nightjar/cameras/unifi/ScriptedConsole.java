// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import static io.nightjar.cameras.ScriptedWeb.answer;

import io.nightjar.cameras.Pictures;
import io.nightjar.cameras.ScriptedWeb;
import io.nightjar.cameras.SelfSigned;
import io.nightjar.contracts.camera.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A console over TLS that renews cookie and token with every answer, and forgets sessions when told to. */
public final class ScriptedConsole implements AutoCloseable {

    private static final String BOOTSTRAP = """
            {"nvr":{"ports":{"rtsp":7447}},"cameras":[
             {"id":"yard","name":"Yard","marketName":"G5 Bullet","state":"CONNECTED","connectionHost":"127.0.0.1","channels":[
              {"id":0,"name":"High","isRtspEnabled":true,"rtspAlias":"bigAlias","width":2688,"height":1512,"fps":30},
              {"id":2,"name":"Low","isRtspEnabled":true,"rtspAlias":"smallAlias","width":640,"height":360,"fps":15},
              {"id":3,"name":"Package","isRtspEnabled":true,"rtspAlias":"packageAlias","width":64,"height":36,"fps":2}]},
             {"id":"gate","name":"Gate","state":"DISCONNECTED","connectionHost":"10.9.9.9","channels":[
              {"id":0,"name":"High","isRtspEnabled":false,"rtspAlias":null,"width":1920,"height":1080,"fps":30},
              {"id":1,"name":"Medium","isRtspEnabled":true,"rtspAlias":"gateAlias","width":1280,"height":720,"fps":30}]}]}
            """;

    private final ScriptedWeb web;
    private final String fingerprint;
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger counter = new AtomicInteger();
    private final Map<String, Integer> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> served = new ConcurrentHashMap<>(Map.of("high", "bigAlias"));
    public volatile int loginStatus = 200;
    public volatile int callStatus = 200;

    public ScriptedConsole(Path folder) throws Exception {
        var certificate = SelfSigned.in(folder);
        this.fingerprint = certificate.fingerprint();
        this.web = new ScriptedWeb(certificate.socket(), this::reply);
    }

    public ConsoleAddress address() {
        return new ConsoleAddress("127.0.0.1", web.port(), Optional.of(fingerprint), Origin.FILE);
    }

    public int port() {
        return web.port();
    }

    public String fingerprint() {
        return fingerprint;
    }

    public int logins() {
        return logins.get();
    }

    public long asked(String path) {
        return web.requests().stream()
                .filter(request -> request.target().contains(path))
                .count();
    }

    public void forgetSessions() {
        sessions.clear();
    }

    private byte[] reply(ScriptedWeb.Request request) throws IOException {
        if (request.target().contains("/integration/")) {
            return integration(request);
        }
        if (request.target().equals("/api/auth/login")) {
            return login(request);
        }
        var session = request.header("Cookie").orElse("") + "|"
                + request.header("X-CSRF-Token").orElse("");
        if (!sessions.containsKey(session)) {
            return answer(401, "application/json", "{}");
        }
        if (callStatus != 200) {
            return answer(callStatus, "application/json", "{}", "Retry-After: 7");
        }
        return request.target().contains("snapshot")
                ? answer(200, "image/jpeg", Pictures.picture(4), renewal())
                : answer(200, "application/json", BOOTSTRAP, renewal());
    }

    private byte[] login(ScriptedWeb.Request request) {
        logins.incrementAndGet();
        if (loginStatus == 200 && !request.body().contains("\"password\":\"right\"")) {
            return answer(401, "application/json", "{}");
        }
        return answer(loginStatus, "application/json", "{}", renewal());
    }

    /** What was renewed before stays good: answers may overtake each other. */
    private String renewal() {
        int number = counter.incrementAndGet();
        sessions.put("TOKEN=c" + number + "|x" + number, number);
        return "Set-Cookie: TOKEN=c" + number + "; path=/; secure; httponly\r\nX-CSRF-Token: x" + number;
    }

    private byte[] integration(ScriptedWeb.Request request) {
        if (!request.header("X-API-KEY").orElse("").equals("key")) {
            return answer(401, "application/json", "{}");
        }
        if (request.target().endsWith("/cameras")) {
            return answer(200, "application/json", "[{\"id\":\"yard\",\"name\":\"Yard\",\"state\":\"CONNECTED\"}]");
        }
        if (request.target().contains("snapshot")) {
            return answer(200, "image/jpeg", Pictures.picture(6));
        }
        if (request.method().equals("POST")) {
            served.put("low", "smallAlias");
        }
        return answer(
                200, "application/json", "{\"high\":" + url("high") + ",\"medium\":null,\"low\":" + url("low") + "}");
    }

    private String url(String quality) {
        var alias = served.get(quality);
        return alias == null ? "null" : "\"rtsps://192.168.1.1:7441/" + alias + "?enableSrtp\"";
    }

    @Override
    public void close() throws IOException {
        web.close();
    }
}
