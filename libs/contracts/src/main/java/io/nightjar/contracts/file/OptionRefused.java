// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

/** Why one ffmpeg option cannot be followed, as a half sentence after its name. */
final class OptionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OptionRefused(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
