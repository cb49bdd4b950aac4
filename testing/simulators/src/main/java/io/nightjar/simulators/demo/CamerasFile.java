// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import io.nightjar.contracts.ContractsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** Writes files that others wait for: whole or not at all, and readable by the owner only. */
final class CamerasFile {

    private CamerasFile() {}

    /** The cameras as a cameras file of version 1, in YAML or JSON by the ending of its name. */
    static void write(Path file, List<DemoMember> members) throws IOException {
        var document = ContractsJson.mapper().createObjectNode().put("version", 1);
        var devices = ContractsJson.mapper().createArrayNode();
        var cameras = ContractsJson.mapper().createArrayNode();
        for (var member : members) {
            var camera = cameras.addObject().put("id", member.id().value()).put("name", member.name());
            member.register(camera, devices);
        }
        if (!devices.isEmpty()) {
            document.set("devices", devices);
        }
        document.set("cameras", cameras);
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var mapper = name.endsWith(".yaml") || name.endsWith(".yml") ? ContractsJson.yaml() : ContractsJson.mapper();
        writeWhole(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    }

    static void writeWhole(Path file, byte[] content) throws IOException {
        var target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp", ownerOnly);
        Files.write(draft, content);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
