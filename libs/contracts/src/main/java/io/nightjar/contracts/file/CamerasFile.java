// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.CameraCatalogue;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A cameras file in YAML or JSON. One broken camera never keeps the others from running.
 *
 * @param credentials by the reference that a camera or device carries
 * @param problems what to correct, in sentences; a file that could not be read has exactly one and no cameras
 */
public record CamerasFile(
        List<DeviceSpec> devices,
        List<CameraSpec> cameras,
        Map<String, Credentials> credentials,
        List<FieldProblem> problems)
        implements CameraCatalogue {

    public static final int VERSION = 1;
    static final String SUBJECT = "cameras file";

    public CamerasFile {
        devices = List.copyOf(devices);
        cameras = List.copyOf(cameras);
        credentials = Map.copyOf(credentials);
        problems = List.copyOf(problems);
    }

    @Override
    public List<CameraSpec> all() {
        return cameras;
    }

    /** Reads a file; a file that is absent or unreadable is a problem like any other. */
    public static CamerasFile read(Path file, Origin origin) {
        return read(file, origin, Translator.NONE);
    }

    /** The same for a file that may be in another format. */
    public static CamerasFile read(Path file, Origin origin, Translator translator) {
        var subject = SUBJECT + " " + file.getFileName();
        try {
            return new CamerasFileParser(subject, origin, translator).parse(Files.readString(file));
        } catch (NoSuchFileException absent) {
            return unreadable(subject, "does not exist at " + file.toAbsolutePath());
        } catch (CharacterCodingException notText) {
            return unreadable(subject, "is not a text in UTF-8");
        } catch (IOException failure) {
            return unreadable(subject, "cannot be read (" + failure.getClass().getSimpleName() + "); check its rights");
        }
    }

    public static CamerasFile parse(String text, Origin origin) {
        return new CamerasFileParser(SUBJECT, origin, Translator.NONE).parse(text);
    }

    /** Writes the same format, without secrets. */
    public static String write(List<DeviceSpec> devices, List<CameraSpec> cameras) {
        return CameraWriter.file(devices, cameras);
    }

    static CamerasFile unreadable(String subject, String message) {
        return new CamerasFile(
                List.of(), List.of(), Map.of(), List.of(new FieldProblem(subject, "", message, List.of())));
    }
}
