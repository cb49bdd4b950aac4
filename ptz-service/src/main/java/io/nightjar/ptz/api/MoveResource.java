// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.head.Heads;
import io.nightjar.ptz.head.Order;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Moves heads and stops them. Nothing here waits on a thread: a camera that hangs takes none from another. */
@Path("/internal/ptz/cameras/{camera}/ptz")
public class MoveResource {

    private static final long MOST_MS = 5_000;

    private final Heads heads;

    MoveResource(Heads heads) {
        this.heads = heads;
    }

    @POST
    @Path("move")
    public Uni<OrderAnswer> move(
            @PathParam("camera") String camera, @BeanParam Callers callers, @Nullable JsonNode json) {
        long said = System.nanoTime();
        var head = heads.get(camera);
        var body = new Body(json);
        var velocity = new Velocity(
                body.optionalNumber("pan", -1, 1).orElse(0.0),
                body.optionalNumber("tilt", -1, 1).orElse(0.0),
                body.optionalNumber("zoom", -1, 1).orElse(0.0),
                body.optionalNumber("focus", -1, 1).orElse(0.0));
        var press = press(body);
        var timed = body.optionalInteger("timeoutMs", 1, MOST_MS)
                .map(Duration::ofMillis)
                .orElse(null);
        body.check();
        return OrderAnswer.ofMove(head, commands -> {
            var waited = Duration.ofNanos(System.nanoTime() - said);
            return commands.hold(callers.caller(), press, velocity, timed, waited);
        });
    }

    @POST
    @Path("stop")
    public Uni<OrderAnswer> stop(
            @PathParam("camera") String camera, @BeanParam Callers callers, @Nullable JsonNode json) {
        var head = heads.get(camera);
        var body = new Body(json);
        var press = press(body);
        body.check();
        return OrderAnswer.ofStop(head, commands -> commands.stop(callers.caller(), press));
    }

    /** The page is gone: what it moves stops, and nothing it said counts any more. */
    @POST
    @Path("closed")
    public Uni<OrderAnswer> closed(@PathParam("camera") String camera, @BeanParam Callers callers) {
        var head = heads.get(camera);
        var caller = callers.caller();
        if (caller.channel() == null) {
            throw Problem.invalid("The header X-Nightjar-Channel must say which page is gone.");
        }
        return OrderAnswer.ofStop(head, commands -> commands.closed(caller));
    }

    @POST
    @Path("home")
    public Uni<OrderAnswer> home(@PathParam("camera") String camera, @BeanParam Callers callers) {
        var head = heads.get(camera);
        return OrderAnswer.ofGo(head, commands -> commands.go(callers.caller(), new Order.Home()));
    }

    @POST
    @Path("position")
    public Uni<OrderAnswer> position(
            @PathParam("camera") String camera, @BeanParam Callers callers, @Nullable JsonNode json) {
        var head = heads.get(camera);
        var body = new Body(json);
        var position = new Position(body.number("pan", -1, 1), body.number("tilt", -1, 1), body.number("zoom", 0, 1));
        body.check();
        return OrderAnswer.ofGo(head, commands -> commands.go(callers.caller(), new Order.MoveTo(position)));
    }

    @POST
    @Path("step")
    public Uni<OrderAnswer> step(
            @PathParam("camera") String camera, @BeanParam Callers callers, @Nullable JsonNode json) {
        var head = heads.get(camera);
        var body = new Body(json);
        var way = new Order.MoveBy(
                body.optionalNumber("pan", -1, 1).orElse(0.0),
                body.optionalNumber("tilt", -1, 1).orElse(0.0),
                body.optionalNumber("zoom", -1, 1).orElse(0.0));
        if (way.pan() == 0 && way.tilt() == 0 && way.zoom() == 0) {
            body.complain("pan", "a step needs a way to go.");
        }
        body.check();
        return OrderAnswer.ofGo(head, commands -> commands.go(callers.caller(), way));
    }

    private static @Nullable Long press(Body body) {
        return body.optionalInteger("press", 1, Long.MAX_VALUE - 1).orElse(null);
    }
}
