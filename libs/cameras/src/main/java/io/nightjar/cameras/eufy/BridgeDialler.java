// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens connections to one bridge, at the one address that was checked: its name is not asked a second time. */
final class BridgeDialler implements AutoCloseable {

    private final BridgeAddress bridge;
    private final Resolver resolver;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .executor(threads)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    BridgeDialler(BridgeAddress bridge, Resolver resolver) {
        this.bridge = bridge;
        this.resolver = resolver;
    }

    /** Fails with {@link CameraFailure}. */
    BridgeLink dial(Consumer<JsonNode> events, Duration timeout) {
        var address = resolver.resolve(bridge.host(), bridge.origin());
        var link = new BridgeLink(events);
        var opening = client.newWebSocketBuilder().connectTimeout(timeout).buildAsync(uri(address), link);
        try {
            // Longer than the connection may take: its own reason says more than that time was up.
            opening.get(timeout.toMillis() + 1000, TimeUnit.MILLISECONDS);
            return link;
        } catch (ExecutionException failure) {
            throw failure(failure.getCause());
        } catch (TimeoutException slow) {
            link.close();
            throw failure(slow);
        } catch (InterruptedException stopped) {
            link.close();
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "Connecting to the Eufy bridge was stopped.", stopped);
        }
    }

    private URI uri(InetAddress address) {
        var text = address.getHostAddress();
        return URI.create(
                "ws://" + (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + bridge.port() + "/");
    }

    private CameraFailure failure(@Nullable Throwable cause) {
        var kind =
                switch (cause) {
                    case HttpTimeoutException slow -> ErrorKind.TIMEOUT;
                    case TimeoutException slow -> ErrorKind.TIMEOUT;
                    case NoRouteToHostException away -> ErrorKind.NO_ROUTE;
                    case UnresolvedAddressException unknown -> ErrorKind.DNS;
                    case ConnectException refused -> ErrorKind.REFUSED;
                    case WebSocketHandshakeException other -> ErrorKind.PROTOCOL;
                    case null, default -> ErrorKind.RESET;
                };
        var what =
                switch (kind) {
                    case TIMEOUT -> "did not answer in time at ";
                    case NO_ROUTE -> "cannot be reached from here at ";
                    case REFUSED -> "is not running at ";
                    case PROTOCOL -> "is not what answers at ";
                    default -> "closed the connection at ";
                };
        return new CameraFailure(kind, "The Eufy bridge " + what + bridge.place() + ".", cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
