// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.kit.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.function.Supplier;

/** What other services ask of consoles. Answers hold aliases, which are secrets: the way here is guarded. */
@Path("/internal/ptz/devices")
public class DeviceResource {

    private final DeviceSessions sessions;

    DeviceResource(DeviceSessions sessions) {
        this.sessions = sessions;
    }

    @GET
    @RunOnVirtualThread
    public List<DeviceSessions.View> list() {
        return sessions.views();
    }

    @GET
    @Path("{device}/cameras")
    @RunOnVirtualThread
    public List<ConsoleCamera> cameras(@PathParam("device") String device) {
        return answer(() -> sessions.cameras(id(device)));
    }

    @GET
    @Path("{device}/cameras/{channel: [A-Za-z0-9_-]{1,64}}/snapshot.jpg")
    @Produces("image/jpeg")
    @RunOnVirtualThread
    public byte[] snapshot(@PathParam("device") String device, @PathParam("channel") String channel) {
        return answer(() -> sessions.snapshot(id(device), channel));
    }

    @POST
    @Path("{device}/recycle")
    @RunOnVirtualThread
    public void recycle(@PathParam("device") String device) {
        sessions.recycle(id(device));
    }

    @POST
    @Path("recycle")
    @RunOnVirtualThread
    public void recycleAll() {
        sessions.recycleAll();
    }

    private static DeviceId id(String text) {
        if (!CameraId.isValid(text)) {
            throw Problem.notFound("There is no device with this id.");
        }
        return new DeviceId(text);
    }

    private static <T> T answer(Supplier<T> question) {
        try {
            return question.get();
        } catch (CameraFailure failure) {
            throw DeviceProblems.of(failure);
        }
    }
}
