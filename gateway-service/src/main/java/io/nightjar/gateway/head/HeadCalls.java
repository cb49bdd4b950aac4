// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.ServiceToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Orders as internal calls. Stops have connections of their own, so that no number of calls that hang, of this kind or of
 * another, leaves them without one.
 */
@Singleton
public class HeadCalls implements HeadOrders {
    private static final Logger LOG = Logger.getLogger(HeadCalls.class);
    /** A head has 3 s to begin to move, and 2 s to confirm that it stopped. */
    private static final Duration HOLD = Duration.ofSeconds(4);

    private static final Duration STOP = Duration.ofMillis(2500);
    private static final int CONNECTIONS = 256;

    private final HeadDoor door;
    private final Vertx vertx;
    private final InternalClient calls;
    private final InternalClient stops;
    private final Map<Insisting, CompletableFuture<InternalClient.Answer>> underWay = new ConcurrentHashMap<>();

    HeadCalls(HeadDoor door, Vertx vertx, ServiceToken token) {
        this.door = door;
        this.vertx = vertx;
        this.calls = new InternalClient(vertx, token, CONNECTIONS);
        this.stops = new InternalClient(vertx, token, CONNECTIONS);
    }

    @PreDestroy
    void close() {
        calls.close();
        stops.close();
    }

    /** Passes any other call on, as it is. */
    public Uni<InternalClient.Answer> pass(HeadCall call) {
        return door.ask(calls, call);
    }

    /** Passes a call on to one process, whoever owns what. */
    public Uni<InternalClient.Answer> pass(HeadCall call, String instance) {
        return calls.exchange(call.at(instance));
    }

    @Override
    public Uni<JsonNode> hold(CameraId camera, HeadCaller caller, HoldOrder order) {
        return pass(HeadCall.order(camera, "move", order, caller, HOLD)).map(HeadCalls::json);
    }

    @Override
    public Uni<JsonNode> stop(CameraId camera, HeadCaller caller, OptionalLong press, BooleanSupplier wanted) {
        var body = press.isPresent() ? Map.of("press", press.getAsLong()) : Map.of();
        return insist(HeadCall.order(camera, "stop", body, caller, STOP), wanted);
    }

    @Override
    public void closed(CameraId camera, HeadCaller caller) {
        insist(HeadCall.order(camera, "closed", Map.of(), caller, STOP), () -> true)
                .subscribe()
                .with(
                        done -> LOG.debugf("A page that moved a camera is gone camera=%s", camera),
                        failure -> LOG.warnf(
                                "A camera could not be told that the page that moved it is gone; it stops by itself"
                                        + " camera=%s cause=%s",
                                camera, failure.getMessage()));
    }

    /** Completes when every stop that is on its way now has arrived, or was given up. */
    public CompletableFuture<Void> settled() {
        return CompletableFuture.allOf(underWay.values().stream()
                .map(stop -> stop.handle((done, failure) -> done))
                .toArray(CompletableFuture[]::new));
    }

    private Uni<JsonNode> insist(HeadCall call, BooleanSupplier wanted) {
        var insisting = new Insisting(() -> door.ask(stops, call), wanted, vertx);
        var outcome = insisting.begin().toCompletableFuture();
        underWay.put(insisting, outcome);
        return Uni.createFrom()
                .completionStage(outcome.whenComplete((done, failure) -> underWay.remove(insisting)))
                .map(HeadCalls::json);
    }

    private static JsonNode json(InternalClient.Answer answer) {
        try {
            return answer.body().length() == 0
                    ? MissingNode.getInstance()
                    : ContractsJson.mapper().readTree(answer.body().getBytes());
        } catch (IOException notJson) {
            // It was done; only what was said about it is lost.
            LOG.debugf("An order was answered with something that is not JSON: %s", notJson.getMessage());
            return MissingNode.getInstance();
        }
    }
}
