// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.kit.Home;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.ServiceToken;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedConsolesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final DeviceSpec CONSOLE =
            new DeviceSpec(new DeviceId("house"), Vendor.UNIFI, "10.0.0.1", null, null);
    private static final String OFFER = """
            [{"id":"65a0","name":"Yard","model":"G5","connected":true,"host":null,"qualities":[
              {"name":"High","alias":"canary-high","width":2688,"height":1512,"fps":30},
              {"name":"Low","alias":"canary-low","width":640,"height":360,"fps":15}]}]
            """;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer ptz;
    private InternalClient client;
    private SharedConsoles consoles;

    @BeforeEach
    void start() throws IOException {
        ptz = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ptz.start();
        client = new InternalClient(vertx, ServiceToken.of(Home.open(folder)));
        consoles =
                new SharedConsoles(() -> "http://127.0.0.1:" + ptz.getAddress().getPort(), client);
    }

    @AfterEach
    void stop() {
        client.close();
        ptz.stop(0);
        vertx.close();
    }

    @Test
    void whatAConsoleOffersIsAskedOfTheProcessThatIsSignedIn() {
        answer("/internal/ptz/devices/house/cameras", 200, "application/json", OFFER);

        var cameras = consoles.cameras(CONSOLE, PATIENCE);

        assertThat(cameras).hasSize(1);
        assertThat(cameras.getFirst().alias(Role.MAIN)).contains("canary-high");
        assertThat(cameras.getFirst().alias(Role.SUB)).contains("canary-low");
        assertThat(cameras.toString()).doesNotContain("canary");
    }

    @Test
    void picturesComeFromThereToo() {
        answer("/internal/ptz/devices/house/cameras/65a0/snapshot.jpg", 200, "image/jpeg", "picture");

        assertThat(consoles.snapshot(CONSOLE, "65a0", PATIENCE)).asString().isEqualTo("picture");
    }

    @Test
    void failuresKeepTheirMeaning() {
        answer(
                "/internal/ptz/devices/house/cameras",
                502,
                "application/problem+json",
                "{\"kind\":\"camera-unreachable\",\"title\":\"x\",\"status\":502,\"detail\":\"The console is away.\"}");

        assertThatThrownBy(() -> consoles.cameras(CONSOLE, PATIENCE))
                .asInstanceOf(InstanceOfAssertFactories.type(CameraFailure.class))
                .extracting(CameraFailure::kind)
                .isEqualTo(ErrorKind.REFUSED);
    }

    @Test
    void aRefusedSignInIsToldAsOne() {
        answer(
                "/internal/ptz/devices/house/cameras",
                409,
                "application/problem+json",
                "{\"kind\":\"conflict\",\"title\":\"x\",\"status\":409,\"detail\":\"The console refused the user.\","
                        + "\"fields\":{\"error\":\"auth\"}}");

        assertThatThrownBy(() -> consoles.cameras(CONSOLE, PATIENCE))
                .asInstanceOf(InstanceOfAssertFactories.type(CameraFailure.class))
                .extracting(CameraFailure::kind)
                .isEqualTo(ErrorKind.AUTH);
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsNotQuoted() {
        answer("/internal/ptz/devices/house/cameras", 200, "application/json", "[{\"id\":{\"canary\":1}}]");

        assertThatThrownBy(() -> consoles.cameras(CONSOLE, PATIENCE))
                .isInstanceOf(CameraFailure.class)
                .hasMessageNotContaining("canary");
    }

    private void answer(String path, int status, String type, String body) {
        ptz.createContext(path, exchange -> send(exchange, path, status, type, body));
    }

    private static void send(HttpExchange exchange, String path, int status, String type, String body)
            throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean exact = exchange.getRequestURI().getPath().equals(path);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(exact ? status : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
