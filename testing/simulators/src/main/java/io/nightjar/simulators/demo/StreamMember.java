// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.rtsp.Command;
import io.nightjar.simulators.rtsp.RtspCamera;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A camera of no vendor, registered by the addresses of its streams. */
record StreamMember(CameraId id, RtspCamera camera) implements DemoMember {

    @Override
    public String name() {
        return camera.name();
    }

    @Override
    public void register(ObjectNode entry, ArrayNode devices) {
        entry.put("vendor", "generic");
        var streams = entry.putObject("streams");
        streams.putObject("main").put("url", camera.url(Role.MAIN)).put("onDemand", true);
        streams.putObject("sub").put("url", camera.url(Role.SUB)).put("onDemand", false);
        entry.putArray("capabilities").add("streaming");
        var credentials = camera.credentials();
        if (credentials != null) {
            entry.putObject("credentials")
                    .put("username", credentials.username())
                    .put("password", credentials.password());
        }
    }

    @Override
    public boolean tell(String what) {
        var command = Command.parse(what);
        command.ifPresent(camera::apply);
        return command.isPresent();
    }

    @Override
    public String vocabulary() {
        return commands();
    }

    static String commands() {
        return Arrays.stream(Command.values()).map(Command::wire).collect(Collectors.joining(", "));
    }

    @Override
    public void describe(ObjectNode node) {
        node.put("behaviour", camera.behaviour().wire());
        node.put("connectionsOpened", camera.connectionsOpened());
        node.put("connectionsOpen", camera.connectionsOpen());
        var streams = node.putObject("streams");
        for (var role : Role.values()) {
            streams.putObject(role.name().toLowerCase(Locale.ROOT))
                    .put("url", camera.url(role))
                    .put("playing", camera.playing(role))
                    .put("encodedFrames", camera.encodedFrames(role));
        }
    }

    @Override
    public void close() {
        camera.close();
    }
}
