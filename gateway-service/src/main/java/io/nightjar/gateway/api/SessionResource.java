// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.session.Caller;
import io.nightjar.gateway.session.Callers;
import io.nightjar.gateway.session.SameOrigin;
import io.nightjar.gateway.session.SessionCookie;
import io.nightjar.gateway.session.Sessions;
import io.nightjar.gateway.session.SignIns;
import io.nightjar.gateway.session.SignIns.Outcome;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Signing in and out. The token also serves as Authorization: Bearer everywhere.")
class SessionResource {

    /** What one signs in with. */
    record SignIn(@Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "SignIn[hidden]";
        }
    }

    /** The token is told once, at sign-in. */
    record SessionView(
            @Nullable String token,
            Instant expiresAt,
            String username,
            List<String> roles,
            @Nullable List<String> cameras) {}

    /** Both passwords, the present one to prove who asks. */
    record PasswordChange(
            @Nullable String current, @Nullable String password) {
        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    private final SignIns signIns;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    SessionResource(SignIns signIns, Sessions sessions, AuditLog audit, Clock clock) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @Needs(Action.KNOCK)
    @RunOnVirtualThread
    @Operation(summary = "Sign in", description = "Answers a token and sets the session cookie. Guessing gets slower.")
    public SessionView signIn(@Nullable SignIn request, @Context RoutingContext context) {
        if (SameOrigin.isForeign(context.request())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "A page of another site cannot sign you in.");
        }
        if (request == null || request.username() == null || request.password() == null) {
            throw Problem.invalid("Give a user name and a password.");
        }
        return switch (signIns.signIn(address(context), request.username(), request.password())) {
            case Outcome.Accepted accepted -> accept(context, accepted);
            case Outcome.Wait wait -> throw tooMany(context, wait.delay());
            case Outcome.Wrong wrong -> {
                audit.record(context, "nobody", "session.refused", null, false);
                throw Problem.of(Problem.Kind.UNAUTHENTICATED, "User name or password is wrong.")
                        .withTitle("Not signed in")
                        .withHint("Check both; capital letters count.");
            }
        };
    }

    @GET
    @Needs(Action.OWN_SESSION)
    @Operation(summary = "Who am I", description = "Answers 401 when nobody is signed in.")
    public SessionView current(@Context RoutingContext context) {
        return view(caller(context), null);
    }

    @DELETE
    @Needs(Action.OWN_SESSION)
    @RunOnVirtualThread
    @Operation(summary = "Sign out", description = "Ends the session and closes everything that it opened.")
    public void signOut(@Context RoutingContext context) {
        var caller = caller(context);
        SessionCookie.remove(context);
        audit.done(context, "session.delete", caller.user().name());
        sessions.end(caller.session());
    }

    @PUT
    @Path("password")
    @Needs(Action.OWN_SESSION)
    @RunOnVirtualThread
    @Operation(summary = "Change my password", description = "Ends all other sessions of mine.")
    public void changePassword(@Nullable PasswordChange request, @Context RoutingContext context) {
        var caller = caller(context);
        if (request == null || request.current() == null || request.password() == null) {
            throw Problem.invalid("Give the present password as \"current\" and the new one as \"password\".");
        }
        var failed = signIns.changePassword(address(context), caller, request.current(), request.password());
        if (failed.isPresent()) {
            throw failed.get() instanceof Outcome.Wait wait
                    ? tooMany(context, wait.delay())
                    : Problem.invalid("The present password is wrong.", Map.of("current", "is wrong"));
        }
        audit.done(context, "user.password", caller.user().name());
    }

    private SessionView accept(RoutingContext context, Outcome.Accepted accepted) {
        SessionCookie.set(context, accepted.opened(), clock.instant());
        var name = accepted.caller().user().name();
        audit.record(context, name, "session.create", name, true);
        return view(accepted.caller(), accepted.opened().token().value());
    }

    private static Problem tooMany(RoutingContext context, Duration delay) {
        long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
        context.response().putHeader("Retry-After", Long.toString(seconds));
        return Problem.of(
                Problem.Kind.TOO_MANY, "Too many wrong passwords; the next try is possible in " + seconds + " s.");
    }

    private static String address(RoutingContext context) {
        return String.valueOf(AuditLog.address(context));
    }

    private static Caller caller(RoutingContext context) {
        return Callers.of(context).orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "Nobody is signed in."));
    }

    private static SessionView view(Caller caller, @Nullable String token) {
        var cameras = caller.user().cameras();
        return new SessionView(
                token,
                caller.session().expires(),
                caller.user().name(),
                caller.user().role().included(),
                cameras == null
                        ? null
                        : cameras.stream().map(Object::toString).sorted().toList());
    }
}
