// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.rtsp.Command;
import java.util.Optional;

/**
 * A camera of no vendor that is moved over ONVIF.
 *
 * @param onvif moves the head that the pictures follow
 */
record MovableMember(StreamMember streams, OnvifSimulator onvif) implements DemoMember {

    @Override
    public CameraId id() {
        return streams.id();
    }

    @Override
    public String name() {
        return streams.name();
    }

    @Override
    public Optional<Head> head() {
        return Optional.of(onvif.head());
    }

    @Override
    public void register(ObjectNode camera, ArrayNode devices) {
        streams.register(camera, devices);
        camera.put("host", Door.HOST).putObject("ports").put(Ports.ONVIF, onvif.port());
        camera.withArray("capabilities").add("ptz");
    }

    /** What is wrong with a camera is wrong with both of its doors. */
    @Override
    public boolean tell(String what) {
        if (Command.parse(what).isPresent()) {
            streams.tell(what);
        }
        return onvif.tell(what);
    }

    @Override
    public String vocabulary() {
        return VendorMember.vocabulary(onvif);
    }

    @Override
    public void describe(ObjectNode node) {
        streams.describe(node);
        var on = node.putArray("switches");
        onvif.switchesOn().forEach(on::add);
    }

    @Override
    public void close() {
        onvif.close();
        streams.close();
    }
}
