// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.gateway.audit.AuditLog;
import io.nightjar.gateway.head.Bridge;
import io.nightjar.gateway.head.Bridges;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.policy.Needs;
import io.nightjar.gateway.registry.Devices;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Consoles, recorders and bridges that hold sessions for several cameras. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Devices", description = "Consoles, recorders and bridges. Credentials (also an apiKey) are write-only.")
class DeviceResource {

    /**
     * @param certificate SHA-256 of the one TLS certificate that is trusted; null when any is
     * @param cameras those that hang on it
     * @param bridge how it is with it, where it is one and that is known
     * @param warnings what was accepted and should be corrected all the same
     */
    record DeviceView(
            DeviceId id,
            Vendor vendor,
            String host,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer maxSessions,

            Map<String, Integer> ports,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String certificate,

            boolean hasCredentials,
            Origin origin,
            boolean editable,
            List<CameraId> cameras,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Bridge bridge) {}

    private final Registry registry;
    private final Devices devices;
    private final DeviceForm form;
    private final Bridges bridges;
    private final AuditLog audit;

    DeviceResource(Registry registry, Devices devices, DeviceForm form, Bridges bridges, AuditLog audit) {
        this.registry = registry;
        this.devices = devices;
        this.form = form;
        this.bridges = bridges;
        this.audit = audit;
    }

    @GET
    @Path("devices")
    @Needs(Action.DEVICES_MANAGE)
    @Operation(summary = "List devices", description = "With the state of each bridge, and what it asks for.")
    public Uni<Page<DeviceView>> list() {
        var all = registry.snapshot().devices().values();
        return (all.isEmpty() ? Uni.createFrom().item(Map.<String, Bridge>of()) : bridges.all())
                .map(known -> new Page<>(
                        all.stream()
                                .map(device -> view(
                                        device, List.of(), known.get(device.id().value())))
                                .toList(),
                        null));
    }

    @POST
    @Path("devices")
    @Needs(Action.DEVICES_MANAGE)
    @RunOnVirtualThread
    @Operation(
            summary = "Add a device",
            description = "Needs id, vendor and host. Addresses of this machine and of the cloud's own services are"
                    + " refused. A wrong field is named in fields.")
    public Response create(@Nullable JsonNode body, @Context RoutingContext context) {
        var filled = form.read(body, null);
        devices.create(filled.device(), filled.given());
        var id = filled.device().id();
        audit.done(context, "device.create", id.value());
        return answer(Response.created(URI.create("/api/devices/" + id)), id, filled.warnings());
    }

    @GET
    @Path("devices/{device}")
    @Needs(Action.DEVICES_MANAGE)
    @Operation(summary = "One device")
    public Response get(@PathParam("device") String id) {
        return answer(Response.ok(), id(id), List.of());
    }

    @PUT
    @Path("devices/{device}")
    @Needs(Action.DEVICES_MANAGE)
    @RunOnVirtualThread
    @Operation(
            summary = "Change a device",
            description =
                    "Replaces the object. Credentials, and each part of them, stay when they are absent; null takes"
                            + " them away. With"
                            + " If-Match a change that somebody else made meanwhile is not overwritten. Devices of a file: 409.")
    public Response update(
            @PathParam("device") String id,
            @HeaderParam("If-Match") @Nullable String expected,
            @Nullable JsonNode body,
            @Context RoutingContext context) {
        var device = id(id);
        var now = tag(view(devices.get(device), List.of()));
        if (expected != null && !expected.equals("*") && !expected.equals(now)) {
            throw Problem.of(Problem.Kind.CONFLICT, "Somebody changed this device meanwhile.")
                    .withHint("Load it again and repeat your change.");
        }
        var filled = form.read(body, device);
        devices.update(filled.device(), filled.credentials());
        audit.done(context, "device.update", id);
        return answer(Response.ok(), device, filled.warnings());
    }

    @DELETE
    @Path("devices/{device}")
    @Needs(Action.DEVICES_MANAGE)
    @RunOnVirtualThread
    @Operation(summary = "Remove a device", description = "While cameras hang on it, and for devices of a file: 409.")
    public void delete(@PathParam("device") String id, @Context RoutingContext context) {
        devices.delete(id(id));
        audit.done(context, "device.delete", id);
    }

    private Response answer(Response.ResponseBuilder builder, DeviceId id, List<String> warnings) {
        var device = devices.get(id);
        return builder.header("ETag", tag(view(device, List.of())))
                .entity(view(device, warnings))
                .build();
    }

    private DeviceView view(DeviceSpec device, List<String> warnings) {
        return view(device, warnings, null);
    }

    private DeviceView view(DeviceSpec device, List<String> warnings, @Nullable Bridge bridge) {
        var snapshot = registry.snapshot();
        var origin = snapshot.origin(device.id());
        return new DeviceView(
                device.id(),
                device.vendor(),
                device.host(),
                device.maxSessions(),
                device.ports(),
                device.certificate(),
                device.credentialRef() != null,
                origin,
                origin == Origin.API,
                snapshot.camerasOf(device.id()),
                warnings,
                bridge);
    }

    private static String tag(DeviceView view) {
        return EntityTags.of(ContractsJson.mapper().valueToTree(view));
    }

    private static DeviceId id(String text) {
        if (!CameraId.isValid(text)) {
            throw Problem.notFound("There is no such device.");
        }
        return new DeviceId(text);
    }
}
