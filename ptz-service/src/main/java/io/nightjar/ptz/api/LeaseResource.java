// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.head.Head;
import io.nightjar.ptz.head.Heads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who has a head, and how it stands. */
@Path("/internal/ptz/cameras/{camera}/ptz")
public class LeaseResource {

    private static final Logger LOG = Logger.getLogger(LeaseResource.class);
    private static final int MOST_SECONDS = 300;

    private final Heads heads;
    private final Asked asked;

    LeaseResource(Heads heads, Asked asked) {
        this.heads = heads;
        this.asked = asked;
    }

    record Lease(String holder, @Nullable Instant until) {}

    /** @param position null where the head does not say where it points */
    @JsonInclude
    record Status(
            @Nullable Position position,
            boolean moving,
            @Nullable Lease lease,
            @Nullable String driver,
            PtzAbilities abilities,
            @Nullable String preset,
            @Nullable String patrol,
            boolean patrolPaused,
            PtzStatus.BridgeNeed bridgeNeeds,
            @Nullable ErrorKind error,
            @Nullable String reason,
            @Nullable String hint) {}

    @GET
    @Path("status")
    @RunOnVirtualThread
    public Status status(@PathParam("camera") String camera) {
        var head = heads.await(camera);
        var position = position(head);
        var now = head.status();
        return new Status(
                position.orElse(null),
                now.moving(),
                lease(now),
                now.driver(),
                now.abilities(),
                now.preset(),
                now.patrol(),
                now.patrolPaused(),
                now.bridgeNeeds(),
                now.error(),
                now.reason(),
                now.hint());
    }

    @POST
    @Path("lease")
    public Uni<Lease> take(@PathParam("camera") String camera, @BeanParam Callers callers, @Nullable JsonNode json) {
        var head = heads.get(camera);
        var body = new Body(json);
        var seconds = body.integer("seconds", 1, MOST_SECONDS);
        boolean take = body.flag("take");
        body.check();
        return OrderAnswer.ofGo(head, commands -> commands.lease(callers.caller(), Duration.ofSeconds(seconds), take))
                .map(done -> Optional.ofNullable(lease(head.join().status()))
                        .orElseThrow(() -> Problem.of(Problem.Kind.CONFLICT, "The lease was given back meanwhile.")));
    }

    @DELETE
    @Path("lease")
    public Uni<Void> release(@PathParam("camera") String camera, @BeanParam Callers callers) {
        var head = heads.get(camera);
        return OrderAnswer.ofGo(head, commands -> commands.release(callers.caller()))
                .replaceWithVoid();
    }

    /** A status is answered although the camera is not. */
    private Optional<Position> position(Head head) {
        if (head.status().error() != null) {
            return Optional.empty();
        }
        try {
            return asked.of(head, "position", driver -> head.position());
        } catch (Problem silent) {
            LOG.debugf("A head does not say where it points camera=%s cause=%s", head.camera(), silent.detail());
            return Optional.empty();
        }
    }

    private static @Nullable Lease lease(PtzStatus status) {
        var holder = status.leaseHolder();
        return holder == null ? null : new Lease(holder, status.leaseUntil());
    }
}
