// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.preset;

import io.nightjar.contracts.camera.CameraId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What cameras see from their presets, on disk. A token may hold anything, so it never names a file. */
public final class PresetPictures {

    private static final Logger LOG = Logger.getLogger(PresetPictures.class);
    private static final String SUFFIX = ".jpg";

    private final Path folder;

    /** @param folder one folder per camera is made in it */
    public PresetPictures(Path folder) {
        this.folder = folder;
    }

    public boolean has(CameraId camera, String token) {
        return Files.isRegularFile(file(camera, token));
    }

    public Optional<byte[]> read(CameraId camera, String token) {
        try {
            return Optional.of(Files.readAllBytes(file(camera, token)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the picture of a preset of " + camera, failure);
        }
    }

    /** Whole or not at all, and instead of the one before. */
    void write(CameraId camera, String token, byte[] picture) {
        try {
            var file = file(camera, token);
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "new", ".part");
            Files.write(fresh, picture);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the picture of a preset of " + camera, failure);
        }
    }

    public void remove(CameraId camera, String token) {
        delete(file(camera, token));
    }

    /** Forgets pictures of presets that the camera does not have any more. */
    public void keepOnly(CameraId camera, Collection<String> tokens) {
        var names = tokens.stream().map(PresetPictures::name).collect(Collectors.toSet());
        deleteExcept(camera, names);
    }

    /** The camera is gone. */
    public void forget(CameraId camera) {
        deleteExcept(camera, Set.of());
        delete(folder.resolve(camera.value()));
    }

    private void deleteExcept(CameraId camera, Set<String> names) {
        var own = folder.resolve(camera.value());
        if (!Files.isDirectory(own)) {
            return;
        }
        try (var files = Files.list(own)) {
            // Others are being written.
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> !names.contains(String.valueOf(file.getFileName())))
                    .forEach(PresetPictures::delete);
        } catch (IOException failure) {
            LOG.warnf("Old pictures of presets cannot be removed camera=%s cause=%s", camera, failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warnf("An old picture of a preset cannot be removed file=%s cause=%s", file, failure);
        }
    }

    private Path file(CameraId camera, String token) {
        return folder.resolve(camera.value()).resolve(name(token));
    }

    private static String name(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash) + SUFFIX;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
