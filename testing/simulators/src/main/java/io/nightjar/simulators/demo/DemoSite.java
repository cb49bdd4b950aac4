// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.simulators.rtsp.RtspCamera;
import io.nightjar.simulators.scene.Scene;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The four demo cameras, running. Two of them ask for a password, which is new at each start. */
final class DemoSite implements AutoCloseable {

    /** A running camera and the id it is registered with. */
    record Member(CameraId id, RtspCamera camera) {}

    private record Plan(String id, String name, Scene scene, boolean locked) {}

    private final List<Member> members = new ArrayList<>();

    private DemoSite() {}

    /** Starts all cameras, on ports that follow each other or, with 0, on any that are free. */
    static DemoSite start(Vertx vertx, int portBase) {
        var site = new DemoSite();
        var plans = List.of(
                new Plan("driveway", "Driveway", Scene.driveway(), false),
                new Plan("garden", "Garden", Scene.garden(), true),
                new Plan("warehouse", "Warehouse", Scene.warehouse(), false),
                new Plan("harbour", "Harbour", Scene.harbour(), true));
        try {
            for (var plan : plans) {
                site.add(plan, portBase == 0 ? 0 : portBase + site.members.size(), vertx);
            }
            return site;
        } catch (RuntimeException failure) {
            site.close();
            throw failure;
        }
    }

    private void add(Plan plan, int port, Vertx vertx) {
        var builder = RtspCamera.builder(plan.name()).scene(plan.scene()).port(port);
        if (plan.locked()) {
            builder.credentials("viewer", randomPassword());
        }
        members.add(new Member(CameraId.of(plan.id()), builder.start(vertx)));
    }

    private static String randomPassword() {
        var bytes = new byte[9];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    Optional<Member> find(String id) {
        return members.stream().filter(member -> member.id().value().equals(id)).findFirst();
    }

    @Override
    public void close() {
        members.forEach(member -> member.camera().close());
    }
}
