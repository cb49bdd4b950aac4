// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.cameras.reolink.ReolinkCodes;
import io.nightjar.contracts.stream.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells pictures from what cameras send in their place. */
final class Jpeg {

    private static final int LONGEST_ERROR = 4096;
    private static final int SHORTEST = 100;

    private Jpeg() {}

    /** The picture without what follows it; fails with what the camera said instead, or when the picture is cut off. */
    static byte[] checked(byte[] body, String contentType) {
        if (!begins(body, 0)) {
            throw instead(body, contentType);
        }
        int end = end(body, body.length);
        if (end < 0 || end < SHORTEST) {
            throw new CameraFailure(ErrorKind.SHORT_READ, "The camera sent only the beginning of a picture.");
        }
        return end == body.length ? body : Arrays.copyOf(body, end);
    }

    static boolean begins(byte[] bytes, int at) {
        return bytes.length > at + 2
                && bytes[at] == (byte) 0xff
                && bytes[at + 1] == (byte) 0xd8
                && bytes[at + 2] == (byte) 0xff;
    }

    /** Just after the last end mark before a limit; -1 without one. */
    static int end(byte[] bytes, int limit) {
        for (int at = limit; at >= 2; at--) {
            if (bytes[at - 2] == (byte) 0xff && bytes[at - 1] == (byte) 0xd9) {
                return at;
            }
        }
        return -1;
    }

    private static CameraFailure instead(byte[] body, String contentType) {
        var text = new String(body, 0, Math.min(body.length, LONGEST_ERROR), StandardCharsets.UTF_8);
        return ReolinkCodes.failure(text)
                .orElseGet(() -> body.length == 0
                        ? new CameraFailure(ErrorKind.RESET, "The camera sent an empty picture; it may be busy.")
                        : spoken(text, contentType));
    }

    /** What came in place of a stream of pictures. */
    static CameraFailure notMultipart(byte[] body, String contentType) {
        return begins(body, 0)
                ? new CameraFailure(ErrorKind.CONFIG, "The address gives one picture; set the protocol to snapshot.")
                : instead(body, contentType);
    }

    private static CameraFailure spoken(String text, String contentType) {
        if (text.contains("Authority") || text.contains("Authorization") || text.contains("Locked")) {
            return new CameraFailure(ErrorKind.AUTH, "The camera's account may not fetch pictures.");
        }
        if (text.startsWith("Error") || text.startsWith("Invalid")) {
            return new CameraFailure(ErrorKind.NOT_FOUND, "The camera makes no pictures for this channel.");
        }
        return new CameraFailure(
                ErrorKind.PROTOCOL,
                "What came is no JPEG picture"
                        + (contentType.isEmpty() ? "." : " but " + printable(contentType) + "."));
    }

    private static String printable(String contentType) {
        return contentType.replaceAll("[^A-Za-z0-9/+.-].*", "");
    }
}
