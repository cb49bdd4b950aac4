// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.head.Commands;
import io.nightjar.ptz.head.Head;
import io.nightjar.ptz.head.Heads;
import io.nightjar.ptz.patrol.Patrol;
import io.nightjar.ptz.patrol.Patrols;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Rounds of presets. */
@Path("/internal/ptz/cameras/{camera}/ptz/patrols")
public class PatrolResource {

    /** No patrol waits for a camera: this is answered by the head's own thread. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Heads heads;
    private final Patrols patrols;
    private final Asked asked;

    PatrolResource(Heads heads, Patrols patrols, Asked asked) {
        this.heads = heads;
        this.patrols = patrols;
        this.asked = asked;
    }

    record Shown(String id, String name, List<Patrol.Step> steps, int resumeAfterSeconds, boolean running) {}

    @GET
    @RunOnVirtualThread
    public Listing<Shown> list(@PathParam("camera") String camera) {
        var id = heads.await(camera).camera();
        return Listing.of(
                patrols.of(id).stream().map(patrol -> shown(id, patrol)).toList());
    }

    @POST
    @RunOnVirtualThread
    public Response create(@PathParam("camera") String camera, @Nullable JsonNode json) {
        var head = heads.await(camera);
        var patrol = checked(head, UUID.randomUUID().toString().substring(0, 8), json);
        patrols.put(head.camera(), patrol);
        return Response.status(201).entity(shown(head.camera(), patrol)).build();
    }

    /** A patrol that runs begins anew, as it is now. */
    @PUT
    @Path("{patrol}")
    @RunOnVirtualThread
    public Shown change(
            @PathParam("camera") String camera, @PathParam("patrol") String patrol, @Nullable JsonNode json) {
        var head = heads.await(camera);
        var changed = checked(head, patrols.get(head.camera(), patrol).id(), json);
        patrols.put(head.camera(), changed);
        if (isRunning(head.camera(), patrol)) {
            head.commands().resumePatrol(changed);
        }
        return shown(head.camera(), changed);
    }

    @DELETE
    @Path("{patrol}")
    @RunOnVirtualThread
    public void remove(@PathParam("camera") String camera, @PathParam("patrol") String patrol) {
        var head = heads.await(camera);
        boolean running = isRunning(head.camera(), patrol);
        patrols.remove(head.camera(), patrol);
        if (running) {
            var unused = head.commands().stopPatrol();
        }
    }

    @POST
    @Path("{patrol}/start")
    @RunOnVirtualThread
    public OrderAnswer start(
            @PathParam("camera") String camera, @PathParam("patrol") String id, @BeanParam Callers callers) {
        var head = heads.await(camera);
        var patrol = patrols.get(head.camera(), id);
        var answer = OrderAnswer.ofGo(
                        CompletableFuture.completedFuture(head),
                        commands -> commands.startPatrol(callers.caller(), patrol))
                .await()
                .atMost(PATIENCE);
        patrols.setRunning(head.camera(), Optional.of(id));
        return answer;
    }

    @POST
    @Path("{patrol}/stop")
    @RunOnVirtualThread
    public OrderAnswer stop(@PathParam("camera") String camera, @PathParam("patrol") String id) {
        var head = heads.await(camera);
        patrols.get(head.camera(), id);
        if (!isRunning(head.camera(), id)) {
            return new OrderAnswer(head.status().driver(), true, 0, null, null);
        }
        patrols.setRunning(head.camera(), Optional.empty());
        return OrderAnswer.ofGo(CompletableFuture.completedFuture(head), Commands::stopPatrol)
                .await()
                .atMost(PATIENCE);
    }

    private Patrol checked(Head head, String id, @Nullable JsonNode json) {
        Asked.need(head, head.abilities().presets(), "go to presets");
        var patrol = PatrolDraft.read(id, json);
        PatrolDraft.check(patrol, asked.of(head, "presets", PtzDriver::presets));
        return patrol;
    }

    private boolean isRunning(CameraId camera, String patrol) {
        return patrols.running(camera)
                .filter(other -> other.id().equals(patrol))
                .isPresent();
    }

    private Shown shown(CameraId camera, Patrol patrol) {
        return new Shown(
                patrol.id(),
                patrol.name(),
                patrol.steps(),
                patrol.resumeAfterSeconds(),
                isRunning(camera, patrol.id()));
    }
}
