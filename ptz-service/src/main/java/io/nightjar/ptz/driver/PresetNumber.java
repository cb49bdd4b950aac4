// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;

/** The token of a preset where a language numbers its places. */
public final class PresetNumber {

    private PresetNumber() {}

    /** Fails with NOT_FOUND for what is no place. */
    public static int of(String token, int first, int last) {
        int number = token.matches("0|[1-9][0-9]{0,2}") ? Integer.parseInt(token) : -1;
        if (number < first || number > last) {
            throw new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no such preset.");
        }
        return number;
    }
}
