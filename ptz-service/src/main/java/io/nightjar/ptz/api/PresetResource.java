// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.head.Heads;
import io.nightjar.ptz.head.Order;
import io.nightjar.ptz.preset.Photographer;
import io.nightjar.ptz.preset.PresetPictures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Positions that cameras remember. Tokens are the cameras', and may hold anything. */
@Path("/internal/ptz/cameras/{camera}/ptz")
public class PresetResource {

    private static final int NAME = 64;
    private static final int TOKEN = 256;

    private final Heads heads;
    private final Asked asked;
    private final PresetPictures pictures;
    private final Photographer photographer;

    PresetResource(Heads heads, Asked asked, PresetPictures pictures, Photographer photographer) {
        this.heads = heads;
        this.asked = asked;
        this.pictures = pictures;
        this.photographer = photographer;
    }

    record Shown(String token, String name, boolean picture) {}

    record Saved(String token, String name) {}

    @GET
    @Path("presets")
    @RunOnVirtualThread
    public Listing<Shown> list(@PathParam("camera") String camera) {
        var head = heads.await(camera);
        Asked.need(head, head.abilities().presets(), "remember positions");
        var presets = asked.of(head, "presets", PtzDriver::presets);
        pictures.keepOnly(head.camera(), presets.stream().map(Preset::token).toList());
        return Listing.of(presets.stream()
                .map(preset -> new Shown(preset.token(), preset.name(), pictures.has(head.camera(), preset.token())))
                .toList());
    }

    @POST
    @Path("presets")
    @RunOnVirtualThread
    public Response save(@PathParam("camera") String camera, @Nullable JsonNode json) {
        var head = heads.await(camera);
        var body = new Body(json);
        var name = body.text("name", NAME);
        var token = body.optionalText("token", TOKEN);
        body.check();
        Asked.need(head, head.abilities().savePresets(), "remember new positions");
        var saved = asked.of(head, "save-preset", driver -> driver.savePreset(name, token));
        pictures.remove(head.camera(), saved);
        photographer.take(head, saved);
        return Response.status(201).entity(new Saved(saved, name)).build();
    }

    @POST
    @Path("presets/{preset}/goto")
    public Uni<OrderAnswer> go(
            @PathParam("camera") String camera, @PathParam("preset") String preset, @BeanParam Callers callers) {
        var head = heads.get(camera);
        return OrderAnswer.ofGo(head, commands -> commands.go(callers.caller(), new Order.Goto(preset)));
    }

    @DELETE
    @Path("presets/{preset}")
    @RunOnVirtualThread
    public void remove(@PathParam("camera") String camera, @PathParam("preset") String preset) {
        var head = heads.await(camera);
        Asked.need(head, head.abilities().savePresets(), "forget positions");
        asked.tell(head, "remove-preset", driver -> driver.removePreset(preset));
        pictures.remove(head.camera(), preset);
    }

    @GET
    @Path("presets/{preset}/picture.jpg")
    @Produces("image/jpeg")
    @RunOnVirtualThread
    public Response picture(@PathParam("camera") String camera, @PathParam("preset") String preset) {
        var head = heads.await(camera);
        var picture = pictures.read(head.camera(), preset)
                .orElseThrow(() -> Problem.notFound("There is no picture of this preset yet.")
                        .withHint("One is taken when the camera stands there and streams."));
        return Response.ok(picture).header("Cache-Control", "no-cache").build();
    }

    /** The present position becomes home. */
    @PUT
    @Path("home")
    @RunOnVirtualThread
    public void setHome(@PathParam("camera") String camera) {
        var head = heads.await(camera);
        Asked.need(head, head.abilities().setHome(), "make a position its home");
        asked.tell(head, "set-home", PtzDriver::setHome);
    }
}
