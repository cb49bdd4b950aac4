// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.neolink;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes {@code neolink.toml} for the cameras that are reached by neolink, and for no other. Passwords are taken from
 * where they are kept, at the time of writing; the file is for its owner's eyes only.
 */
public final class NeolinkConfig {

    private final String bind;
    private final int port;
    private final Function<CameraSpec, Optional<Credentials>> secrets;

    /** @param bind the address neolink listens at; the port is a setting of its own, as neolink wants it */
    public NeolinkConfig(String bind, int port, Function<CameraSpec, Optional<Credentials>> secrets) {
        this.bind = bind;
        this.port = port;
        this.secrets = secrets;
    }

    /** The file's text; fails with CONFIG when a camera has no credentials or no host. */
    public String text(List<CameraSpec> cameras) {
        var text = new StringBuilder()
                .append("bind = ")
                .append(TomlText.quoted(bind))
                .append("\nbind_port = ")
                .append(port)
                .append('\n');
        cameras.stream().filter(NeolinkConfig::bridged).forEach(camera -> append(text, camera));
        return text.toString();
    }

    /** Replaces the file at once, readable by its owner only. */
    public void write(Path file, List<CameraSpec> cameras) throws IOException {
        var text = text(cameras);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        var draft = Files.createTempFile(folder, ".neolink", ".toml", ownerOnly);
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether neolink has anything to do with a camera. */
    public static boolean bridged(CameraSpec camera) {
        return uses(camera, Role.MAIN) || uses(camera, Role.SUB);
    }

    private void append(StringBuilder text, CameraSpec camera) {
        var who = secrets.apply(camera).orElseThrow(() -> incomplete(camera, "user and password"));
        var host = Optional.ofNullable(camera.host()).orElseThrow(() -> incomplete(camera, "host"));
        var inAddress = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        int baichuan = Ports.of(camera.ports(), Ports.BAICHUAN, camera.vendor());
        text.append("\n[[cameras]]\nname = ")
                .append(TomlText.quoted(camera.id().value()))
                .append("\nusername = ")
                .append(TomlText.quoted(who.username()))
                .append("\npassword = ")
                .append(TomlText.quoted(who.password()))
                .append("\naddress = ")
                .append(TomlText.quoted(inAddress + ":" + baichuan))
                .append("\nstream = ")
                .append(TomlText.quoted(streams(camera)))
                // Anything else would ask Reolink's servers where the camera is.
                .append("\ndiscovery = \"local\"\n");
        channel(camera)
                .ifPresent(number -> text.append("channel_id = ").append(number).append('\n'));
    }

    private static String streams(CameraSpec camera) {
        boolean main = uses(camera, Role.MAIN);
        return main && uses(camera, Role.SUB) ? "both" : main ? "mainStream" : "subStream";
    }

    private static boolean uses(CameraSpec camera, Role role) {
        var stream = camera.streams().get(role);
        return stream != null && stream.protocol() == Protocol.NEOLINK;
    }

    /** Neolink counts from 0. */
    private static Optional<Integer> channel(CameraSpec camera) {
        return Optional.ofNullable(camera.channel())
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(text -> Integer.parseInt(text) - 1);
    }

    private static CameraFailure incomplete(CameraSpec camera, String what) {
        return new CameraFailure(
                ErrorKind.CONFIG,
                "The camera " + camera.id() + " is reached by neolink, which needs its " + what + ".");
    }
}
