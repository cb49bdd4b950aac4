// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import io.nightjar.gateway.users.Users;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may sign in, for administrators. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "Viewers watch, operators also move and switch, administrators do everything.")
class UserResource {

    /** @param cameras the only ones granted; null for all */
    record UserView(String name, UserRole role, @Nullable List<String> cameras) {
        static UserView of(User user) {
            var cameras = user.cameras();
            return new UserView(
                    user.name(),
                    user.role(),
                    cameras == null
                            ? null
                            : cameras.stream().map(CameraId::value).sorted().toList());
        }
    }

    /** @param password needed for a new user; without one an existing user keeps theirs */
    record UserForm(
            @Nullable UserRole role,
            @Nullable Set<CameraId> cameras,
            @Nullable String password) {
        @Override
        public String toString() {
            return "UserForm[hidden]";
        }
    }

    private final Users users;
    private final AuditLog audit;

    UserResource(Users users, AuditLog audit) {
        this.users = users;
        this.audit = audit;
    }

    @GET
    @Path("users")
    @Needs(Action.USERS_MANAGE)
    @Operation(summary = "List users")
    public Page<UserView> list() {
        return new Page<>(
                users.all().stream()
                        .map(UserView::of)
                        .sorted(Comparator.comparing(UserView::name))
                        .toList(),
                null);
    }

    @PUT
    @Path("users/{name}")
    @Needs(Action.USERS_MANAGE)
    @RunOnVirtualThread
    @Operation(summary = "Add or change a user", description = "Ends the sessions of that user.")
    public UserView put(@PathParam("name") String name, @Nullable UserForm form, @Context RoutingContext context) {
        if (form == null || form.role() == null) {
            throw Problem.invalid("Give a role.", Map.of("role", "is viewer, operator or admin"));
        }
        var user = users.put(name, form.role(), form.cameras(), form.password());
        audit.done(context, "user.put", name);
        return UserView.of(user);
    }

    @DELETE
    @Path("users/{name}")
    @Needs(Action.USERS_MANAGE)
    @RunOnVirtualThread
    @Operation(summary = "Remove a user", description = "Not the last administrator.")
    public void delete(@PathParam("name") String name, @Context RoutingContext context) {
        users.remove(name);
        audit.done(context, "user.delete", name);
    }
}
