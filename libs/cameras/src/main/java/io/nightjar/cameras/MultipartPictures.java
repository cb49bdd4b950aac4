// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Pictures from multipart/x-mixed-replace. Cameras get boundaries, line ends and lengths wrong in many ways, so only the
 * pictures themselves are looked at.
 */
final class MultipartPictures {

    private static final int BUFFER = 32 * 1024;

    private final InputStream input;
    private final JpegScanner scanner;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    MultipartPictures(InputStream input, int largest) {
        this.input = input;
        this.scanner = new JpegScanner(largest);
    }

    /** Empty at the end of the stream; fails with SHORT_READ when that comes in the middle of a picture. */
    Optional<byte[]> next() throws IOException {
        while (true) {
            while (at < filled) {
                if (scanner.take(buffer[at++])) {
                    return Optional.of(scanner.picture());
                }
            }
            filled = input.read(buffer);
            at = 0;
            if (filled < 0) {
                if (scanner.within()) {
                    throw new CameraFailure(ErrorKind.SHORT_READ, "The connection ended in the middle of a picture.");
                }
                return Optional.empty();
            }
        }
    }
}
