// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.contracts.stream.ErrorKind.CONFIG;
import static io.nightjar.contracts.stream.ErrorKind.NOT_FOUND;
import static io.nightjar.contracts.stream.ErrorKind.REFUSED;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import io.nightjar.contracts.stream.ErrorKind;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Cameras that are plugged into this machine. Their part of libav is loaded with the first of them, never otherwise: it
 * needs libraries of the system that a server does not have.
 */
final class LocalCameras {

    static final String MISSING =
            "Cameras plugged into this machine need libraries that are not installed here: install"
                    + " libpulse0 libxcb1 libxcb-shm0 libasound2 (apt), then start the camera again";

    private static final String DRIVER = "video4linux2";
    private static final String SCHEME = "v4l2://";

    /** The error by which a driver refuses a size, a rate or a pixel format. */
    static final int UNSUPPORTED = -22;

    private LocalCameras() {}

    static AVInputFormat driver() {
        return driver(() -> {
            Loader.load(avdevice.class);
            avdevice_register_all();
        });
    }

    static AVInputFormat driver(Runnable load) {
        try {
            load.run();
        } catch (LinkageError missing) {
            throw told(MISSING, CONFIG, missing);
        }
        KnownOption.verify(InputOption.LOCAL);
        var driver = av_find_input_format(DRIVER);
        if (Native.missing(driver)) {
            throw told("Cameras plugged into this machine can be read on Linux only.", CONFIG, null);
        }
        return driver;
    }

    /** The device behind an address such as {@code v4l2:///dev/video0}; nothing else of this machine can be named. */
    static String device(String url) {
        var device = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
        if (!device.startsWith("/dev/") || device.contains("/../")) {
            throw told("A camera plugged into this machine has an address like v4l2:///dev/video0.", CONFIG, null);
        }
        return device;
    }

    /** What the system says about a device, in words. */
    static MediaException failure(MediaException failure) {
        return switch (-failure.code()) {
            case 1, 13 -> // EPERM, EACCES
                told("The device may not be opened by this user: add the user to the group video.", CONFIG, failure);
            case 2, 6, 19 -> // ENOENT, ENXIO, ENODEV
                told(
                        "There is no camera at this device: it is not plugged in, or has another number.",
                        NOT_FOUND,
                        failure);
            case 16 -> // EBUSY
                told("Another program uses the camera: end it, or wait until it lets go.", REFUSED, failure);
            case 22, 25, 95 -> // EINVAL, ENOTTY, EOPNOTSUPP
                told("The device does not offer this size, rate or pixel format, or is no camera.", CONFIG, failure);
            default -> failure;
        };
    }

    private static MediaException told(String sentence, ErrorKind kind, @Nullable Throwable cause) {
        return new MediaException(sentence, kind, cause);
    }
}
