// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import java.util.List;

/** Holds the value of an option to those that Nightjar follows. */
final class Wanted {

    private Wanted() {}

    static void oneOf(String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new OptionRefused(
                    "may be " + String.join(" or ", allowed) + ", not \"" + Fields.shortened(value) + "\"");
        }
    }
}
