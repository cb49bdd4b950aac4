// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.TreeMap;

/** Writes specs as the objects that {@link CameraParser} reads. There are no secrets in a spec, so none come out. */
public final class CameraWriter {

    private CameraWriter() {}

    /** The camera object of files and of the API. */
    public static ObjectNode object(CameraSpec camera) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", camera.id().value());
        node.put("name", camera.name());
        node.put("vendor", camera.vendor().wire());
        node.put("host", camera.host());
        node.put("device", camera.device() == null ? null : camera.device().value());
        node.put("channel", camera.channel());
        var streams = node.putObject("streams");
        for (var role : Role.values()) {
            var stream = camera.streams().get(role);
            if (stream != null) {
                stream(streams.putObject(role.wire()), stream);
            }
        }
        var capabilities = node.putArray("capabilities");
        camera.capabilities().stream().sorted().map(Capability::wire).forEach(capabilities::add);
        node.set("ptz", ContractsJson.mapper().valueToTree(camera.ptz()));
        if (!camera.ports().isEmpty()) {
            node.set("ports", ContractsJson.mapper().valueToTree(new TreeMap<>(camera.ports())));
        }
        node.put("hidden", camera.hidden());
        node.put("credentialRef", camera.credentialRef());
        return node;
    }

    private static void stream(ObjectNode node, StreamSpec stream) {
        node.put("url", stream.url());
        if (!stream.alternatives().isEmpty()) {
            stream.alternatives().forEach(node.putArray("alternatives")::add);
        }
        if (stream.protocol() != null) {
            node.put("protocol", stream.protocol().wire());
        }
        node.put("transport", stream.transport().wire())
                .put("onDemand", stream.onDemand())
                .put("enabled", stream.enabled())
                .put("audio", stream.audio().wire());
        node.set("video", ContractsJson.mapper().valueToTree(stream.video()));
        if (!stream.input().equals(InputOptions.NONE)) {
            node.set("input", ContractsJson.mapper().valueToTree(stream.input()));
        }
    }

    static String file(List<DeviceSpec> devices, List<CameraSpec> cameras) {
        var root = JsonNodeFactory.instance.objectNode().put("version", CamerasFile.VERSION);
        if (!devices.isEmpty()) {
            var list = root.putArray("devices");
            // Whose file it is says who defined it.
            devices.forEach(device -> list.add(
                    ContractsJson.mapper().<ObjectNode>valueToTree(device).without("origin")));
        }
        var list = root.putArray("cameras");
        cameras.forEach(camera -> list.add(object(camera)));
        try {
            return ContractsJson.yaml().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can always be written", impossible);
        }
    }
}
