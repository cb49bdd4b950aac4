// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.rtsp.RtspCamera;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Cameras that run together. */
final class DemoSite implements AutoCloseable {

    private record Plan(String id, String name, Scene scene, boolean movable) {}

    private static final String USER = "viewer";

    private final List<DemoMember> members = new ArrayList<>();

    /** Starts cameras one by one; when one fails, those before it end. */
    static DemoSite start(List<Supplier<? extends DemoMember>> starters) {
        var site = new DemoSite();
        try {
            starters.forEach(starter -> site.members.add(starter.get()));
            return site;
        } catch (RuntimeException failure) {
            site.close();
            throw failure;
        }
    }

    /**
     * The four cameras of no vendor, on ports that follow each other or, with 0, on any that are free. Two of them can
     * be moved over ONVIF; they ask for a password, which is new at each start.
     */
    static DemoSite ofStreams(Vertx vertx, int portBase) {
        var plans = List.of(
                new Plan("driveway", "Driveway", Scene.driveway(), false),
                new Plan("garden", "Garden", Scene.garden(), true),
                new Plan("warehouse", "Warehouse", Scene.warehouse(), false),
                new Plan("harbour", "Harbour", Scene.harbour(), true));
        var starters = new ArrayList<Supplier<? extends DemoMember>>();
        for (var plan : plans) {
            var port = portBase == 0 ? 0 : portBase + starters.size();
            starters.add(() -> start(plan, port, vertx));
        }
        return start(starters);
    }

    private static DemoMember start(Plan plan, int port, Vertx vertx) {
        var id = CameraId.of(plan.id());
        var builder = RtspCamera.builder(plan.name()).scene(plan.scene()).port(port);
        if (!plan.movable()) {
            return new StreamMember(id, builder.start(vertx));
        }
        var head = new Head(Clock.systemUTC());
        var password = randomPassword();
        var camera = builder.head(head).credentials(USER, password).start(vertx);
        var onvif = OnvifSimulator.builder(plan.name())
                .scene(plan.scene())
                .head(head)
                .streamsOf(camera::url)
                .credentials(USER, password)
                .digestOnly();
        return new MovableMember(new StreamMember(id, camera), onvif.start(vertx));
    }

    static String randomPassword() {
        var bytes = new byte[9];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    List<DemoMember> members() {
        return List.copyOf(members);
    }

    Optional<DemoMember> find(String id) {
        return members.stream().filter(member -> member.id().value().equals(id)).findFirst();
    }

    @Override
    public void close() {
        members.forEach(DemoMember::close);
    }
}
