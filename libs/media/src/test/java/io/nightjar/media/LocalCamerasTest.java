// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCamerasTest {

    @Test
    void missingLibrariesAreToldWithWhatToInstall() {
        var failure = catchThrowableOfType(
                MediaException.class,
                () -> LocalCameras.driver(() -> {
                    throw new UnsatisfiedLinkError("libpulse.so.0: cannot open shared object file");
                }));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIG);
        assertThat(failure).hasMessageContaining("libpulse0 libxcb1 libxcb-shm0 libasound2");
    }

    @Test
    void aCameraThatIsNotPluggedInIsNotFound() {
        requireLibraries();
        var options = ReaderOptions.of("v4l2:///dev/video99", Protocol.V4L2, InputOptions.NONE);
        var failure = catchThrowableOfType(MediaException.class, () -> PacketReader.open(options));
        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("not plugged in");
    }

    @Test
    void aDeviceThatIsNoCameraIsToldSo() {
        requireLibraries();
        var options = ReaderOptions.of("v4l2:///dev/null", Protocol.V4L2, InputOptions.NONE);
        var failure = catchThrowableOfType(MediaException.class, () -> PacketReader.open(options));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIG);
        assertThat(failure).hasMessageContaining("no camera");
    }

    @Test
    void theDriverKnowsTheOptionsItIsGiven() {
        requireLibraries();
        assertThat(LocalCameras.driver()).isNotNull();
        assertThat(InputOption.LOCAL).allMatch(KnownOption::usable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v4l2:///etc/passwd", "v4l2://video0", "v4l2:///dev/../etc/passwd", "file:/dev/video0"})
    void onlyDevicesCanBeNamed(String url) {
        var failure = catchThrowableOfType(MediaException.class, () -> LocalCameras.device(url));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIG);
    }

    @Test
    void devicesMayBeNamedByTheirPlug() {
        assertThat(LocalCameras.device("v4l2:///dev/v4l/by-id/usb-cam")).isEqualTo("/dev/v4l/by-id/usb-cam");
    }

    @ParameterizedTest
    @CsvSource({"-13,CONFIG,group video", "-16,REFUSED,Another program", "-19,NOT_FOUND,plugged in", "-22,CONFIG,offer"
    })
    void whatTheSystemSaysIsToldInWords(int code, ErrorKind kind, String words) {
        var told = LocalCameras.failure(Libav.failure("avformat_open_input", code));
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told).hasMessageContaining(words);
    }

    private static void requireLibraries() {
        boolean present = Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/libpulse.so.0"))
                || Files.exists(Path.of("/usr/lib/aarch64-linux-gnu/libpulse.so.0"));
        Assumptions.assumeTrue(present, "SKIPPED: libpulse0 is not installed on this machine");
    }
}
