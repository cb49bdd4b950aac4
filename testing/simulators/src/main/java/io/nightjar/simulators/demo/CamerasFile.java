// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.Role;
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
    static void write(Path file, List<DemoSite.Member> members) throws IOException {
        var document = ContractsJson.mapper().createObjectNode().put("version", 1);
        var cameras = document.putArray("cameras");
        members.forEach(member -> describe(member, cameras.addObject()));
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var mapper = name.endsWith(".yaml") || name.endsWith(".yml") ? ContractsJson.yaml() : ContractsJson.mapper();
        writeWhole(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
    }

    private static void describe(DemoSite.Member member, ObjectNode camera) {
        camera.put("id", member.id().value())
                .put("name", member.camera().name())
                .put("vendor", "generic");
        var streams = camera.putObject("streams");
        streams.putObject("main").put("url", member.camera().url(Role.MAIN)).put("onDemand", true);
        streams.putObject("sub").put("url", member.camera().url(Role.SUB)).put("onDemand", false);
        camera.putArray("capabilities").add("streaming");
        var credentials = member.camera().credentials();
        if (credentials != null) {
            camera.putObject("credentials")
                    .put("username", credentials.username())
                    .put("password", credentials.password());
        }
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
