// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.gateway.channel.LongAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** Secrets of all kinds pass by; none of them may be in a log, at any level. */
@QuarkusTest
@WithGateway
class LogsIT {
    private static final class Kept extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord entry) {
            lines.add(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void noSecretIsEverLogged() {
        var kept = new Kept();
        kept.setLevel(Level.ALL);
        var ours = Logger.getLogger("io.nightjar");
        var level = ours.getLevel();
        ours.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(kept);
        try {
            passSecretsBy();
        } finally {
            Logger.getLogger("").removeHandler(kept);
            ours.setLevel(level);
        }
        assertThat(kept.lines).anyMatch(line -> line.contains("Camera added"));
        assertThat(kept.lines)
                .noneMatch(line -> line.contains("canary"))
                .noneMatch(line -> line.contains(Visitors.token("admin")))
                .noneMatch(line -> line.contains("nightjar_session"));
    }

    private static void passSecretsBy() {
        Visitors.signIn("admin", "canary-wrong-password");
        Visitors.freshToken("admin");
        for (var body : List.of(
                "{\"id\": \"logged\", \"streams\": {\"main\": {\"url\": \"rtsp://u:canary@10.9.9.9/one\"}}}",
                "{\"id\": \"logged2\", \"streams\": {\"main\": {\"url\": \"rtsp://u:canary@127.0.0.1/one\"}}}",
                "{\"id\": \"logged3\", \"streams\": {\"main\": {\"url\": \"canary://u:canary@x y/one\"}}}",
                "{\"id\": \"logged4\", \"credentials\": \"canary\"",
                "{\"id\": \"logged5\", \"credentials\": [\"canary\"]}")) {
            var answer =
                    Visitors.admin().contentType("application/json").body(body).post("/api/cameras");
            assertThat(answer.asString()).doesNotContain(":canary@");
        }
        for (var body : List.of(
                "{\"url\": \"rtsp://u:canary@10.9.9.9/one?token=canary\"}",
                "{\"vendor\": \"unifi\", \"host\": \"10.9.9.9\", \"credentials\": {\"alias\": \"canary\"}}",
                "{\"id\": \"gate\"}")) {
            Visitors.admin().contentType("application/json").body(body).post("/api/cameras/test");
        }
        Visitors.admin()
                .contentType("application/json")
                .body("{\"id\": \"logged\", \"vendor\": \"unifi\", \"host\": \"10.9.9.9\","
                        + " \"credentials\": {\"apiKey\": \"canary\"}}")
                .post("/api/devices");
        Visitors.admin().delete("/api/devices/logged");
        for (var unlock : List.of("captcha", "verify-code")) {
            Visitors.admin()
                    .contentType("application/json")
                    .body("{\"text\": \"canary\", \"code\": \"canary\"}")
                    .post("/api/devices/bridge/" + unlock);
        }
        Visitors.nobody().cookie("nightjar_session", "canary-cookie").get("/api/session");
        Visitors.nobody().header("Authorization", "Bearer canary-bearer").get("/hls/gate/sub/index.m3u8");
        LongAnswer.get("/api/events", "canary-bearer").close();
        Visitors.admin().delete("/api/cameras/logged");
    }
}
