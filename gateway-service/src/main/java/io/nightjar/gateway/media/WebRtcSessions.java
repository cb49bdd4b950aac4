// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.OpenChannels;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Neighbours;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * WebRTC goes past the gateway once it is set up, so signing out would not stop it. Remembers which WebRTC session a
 * browser opened and has packager end it together with the browser's own session.
 */
@Singleton
class WebRtcSessions {
    private static final Logger LOG = Logger.getLogger(WebRtcSessions.class);
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 2_000;

    private final OpenChannels channels;
    private final MediaTokens tokens;
    private final Neighbours neighbours;
    private final HttpClient client;
    private final Map<String, OpenChannels.Entry> open = new LinkedHashMap<>();

    WebRtcSessions(OpenChannels channels, MediaTokens tokens, Neighbours neighbours, Vertx vertx) {
        this.channels = channels;
        this.tokens = tokens;
        this.neighbours = neighbours;
        this.client = vertx.createHttpClient();
    }

    /** Watches what becomes of a request: an answer with a location began a session, a deletion ends it. */
    void follow(RoutingContext context, Caller caller, StreamId stream) {
        var path = context.normalizedPath();
        if (!path.startsWith("/whep/")) {
            return;
        }
        if (HttpMethod.DELETE.equals(context.request().method())) {
            forget(path);
        } else if (HttpMethod.POST.equals(context.request().method())) {
            context.addHeadersEndHandler(answered -> {
                var location = context.response().headers().get("Location");
                if (context.response().getStatusCode() == 201 && location != null && location.startsWith("/whep/")) {
                    remember(location, caller, stream);
                }
            });
        }
    }

    private synchronized void remember(String location, Caller caller, StreamId stream) {
        open.put(location, channels.add(caller, () -> end(location, caller, stream)));
        if (open.size() > MOST) {
            forget(open.keySet().iterator().next());
        }
    }

    private synchronized void forget(String location) {
        var entry = open.remove(location);
        if (entry != null) {
            entry.remove();
        }
    }

    private void end(String location, Caller caller, StreamId stream) {
        forget(location);
        var request = new RequestOptions()
                .setMethod(HttpMethod.DELETE)
                .setAbsoluteURI(neighbours.packager() + location)
                .putHeader(
                        "Authorization", "Bearer " + tokens.mint(caller.user().name(), stream, LIFE));
        client.request(request)
                .compose(opened -> opened.send())
                .onFailure(failure -> LOG.warnf(
                        "A WebRTC session may go on after its user left, until it is closed camera=%s role=%s",
                        stream.camera(), stream.role().wire()));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
