// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reolink's numbers for failures, which come in answers that pretend to be successes. */
public final class ReolinkCodes {

    private static final Pattern CODE = Pattern.compile("\"rspCode\"\\s*:\\s*(-?[0-9]{1,5})");

    private ReolinkCodes() {}

    /** What an answer complains about; empty when it does not. */
    public static Optional<CameraFailure> failure(String answer) {
        var matcher = CODE.matcher(answer);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int code = Integer.parseInt(matcher.group(1));
        return code >= 0 ? Optional.empty() : Optional.of(failure(code));
    }

    public static CameraFailure failure(int code) {
        var sentence = sentence(code);
        return new CameraFailure(
                kind(code), sentence.substring(0, sentence.length() - 1) + " (Reolink code " + code + ").");
    }

    /** Of an answer that says only that it is one. */
    static CameraFailure unnamed() {
        return new CameraFailure(ErrorKind.PROTOCOL, "The camera refused the command.");
    }

    private static ErrorKind kind(int code) {
        return switch (code) {
            case -6, -7, -21, -26, -27, -46, -47, -105, -301, -500, -501, -502, -503, -505, -506 -> ErrorKind.AUTH;
            case -5, -2, -12, -13, -14, -15, -16, -17, -29, -31, -99, -507 -> ErrorKind.RESET;
            case -8 -> ErrorKind.TIMEOUT;
            case -1, -9, -24, -49 -> ErrorKind.NOT_FOUND;
            default -> ErrorKind.PROTOCOL;
        };
    }

    private static String sentence(int code) {
        return switch (code) {
            case -1 -> "The camera knows nothing by that number.";
            case -5, -507 -> "The camera has no session left; sessions end by themselves within an hour.";
            case -6, -505 -> "The camera asks to sign in first; check user and password.";
            case -7, -27, -501, -502, -46 -> "The camera refused the user or the password.";
            case -8 -> "The camera did not finish in time.";
            case -9, -24 -> "This model does not know the command.";
            case -12, -13, -17 -> "The camera is waking up.";
            case -26 -> "The camera's account has no right to do this, or the model lacks it.";
            case -31 -> "The camera is busy.";
            case -48 -> "The camera could not take a picture.";
            case -49 -> "The camera has no such channel.";
            case -99 -> "The camera behind this recorder is offline.";
            case -105 -> "The camera was signed in to too often; wait a little.";
            case -500 -> "The camera does not accept this machine's address.";
            case -503 -> "The camera forbids this sign-in.";
            case -506 -> "The camera has locked this account after wrong passwords; it opens again by itself.";
            default -> "The camera refused the command.";
        };
    }
}
