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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What other services ask of consoles and bridges. Answers hold aliases, which are secrets: the way here is guarded. */
@Path("/internal/ptz/devices")
public class DeviceResource {

    private static final int LONGEST_ANSWER = 64;

    private final DeviceSessions sessions;
    private final Bridges bridges;

    DeviceResource(DeviceSessions sessions, Bridges bridges) {
        this.sessions = sessions;
        this.bridges = bridges;
    }

    /** Consoles that are signed in to, and bridges. */
    @GET
    @RunOnVirtualThread
    public List<Object> list() {
        var all = new ArrayList<Object>(sessions.views());
        bridges.views().forEach(view -> all.add(BridgeView.of(view)));
        return all;
    }

    /** What a bridge's picture says. */
    public record Captcha(@Nullable String text) {}

    /** What the vendor sent to the account's owner. */
    public record Code(@Nullable String code) {}

    @POST
    @Path("{device}/captcha")
    @RunOnVirtualThread
    public BridgeView captcha(@PathParam("device") String device, @Nullable Captcha typed) {
        var text = typed("text", typed == null ? null : typed.text());
        return answer(() -> BridgeView.of(bridges.enterCaptcha(id(device), text)));
    }

    @POST
    @Path("{device}/verify-code")
    @RunOnVirtualThread
    public BridgeView verifyCode(@PathParam("device") String device, @Nullable Code typed) {
        var code = typed("code", typed == null ? null : typed.code());
        return answer(() -> BridgeView.of(bridges.enterVerifyCode(id(device), code)));
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
        if (!bridges.recycle(id(device))) {
            sessions.recycle(id(device));
        }
    }

    @POST
    @Path("recycle")
    @RunOnVirtualThread
    public void recycleAll() {
        sessions.recycleAll();
        bridges.recycleAll();
    }

    private static String typed(String field, @Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_ANSWER) {
            throw Problem.of(Problem.Kind.INVALID, "Send what was typed as \"" + field + "\".");
        }
        return stripped;
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
