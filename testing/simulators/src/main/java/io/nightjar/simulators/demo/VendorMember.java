// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.head.Head;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A camera of a vendor.
 *
 * @param movable what its pictures follow; null where it cannot be moved
 * @param others closes what runs for it besides the device
 * @param registration writes its entry for a cameras file
 */
record VendorMember(
        CameraId id,
        SimulatedDevice<?> device,
        @Nullable Head movable,
        Runnable others,
        BiConsumer<ObjectNode, ArrayNode> registration)
        implements DemoMember {

    VendorMember(CameraId id, SimulatedDevice<?> device, BiConsumer<ObjectNode, ArrayNode> registration) {
        this(id, device, device.head(), () -> {}, registration);
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public void register(ObjectNode camera, ArrayNode devices) {
        registration.accept(camera, devices);
    }

    @Override
    public boolean tell(String what) {
        return device.tell(what);
    }

    @Override
    public String vocabulary() {
        return vocabulary(device);
    }

    static String vocabulary(SimulatedDevice<?> device) {
        return StreamMember.commands() + ", or, also with not- before it, " + device.switchNames();
    }

    @Override
    public Optional<Head> head() {
        return Optional.ofNullable(movable);
    }

    @Override
    public void describe(ObjectNode node) {
        node.put("behaviour", device.current().wire());
        var on = node.putArray("switches");
        device.switchesOn().forEach(on::add);
        node.put("connections", device.connections());
        node.put("connectionsEver", device.connectionsEver());
        node.put("connectionsOpened", device.socketsEver());
        node.put("connectionsOpen", device.socketsOpen());
        node.put("answeringNanos", device.answering().toNanos());
        var ports = node.putObject("ports");
        device.ports().forEach(ports::put);
        var streams = node.putObject("streams");
        for (var role : Role.values()) {
            streams.putObject(role.name().toLowerCase(Locale.ROOT)).put("url", device.url(role));
        }
    }

    @Override
    public void close() {
        others.run();
        device.close();
    }
}
