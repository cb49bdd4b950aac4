// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The first admin password: given in the environment, or made up. Letters that look alike are left out. */
record AdminPassword(String value, boolean generated) {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    static AdminPassword choose() {
        var given = System.getenv("NIGHTJAR_ADMIN_PASSWORD");
        if (given != null && !given.isBlank()) {
            return new AdminPassword(given, false);
        }
        var random = new SecureRandom();
        var text = random.ints(20, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
        return new AdminPassword(text.replaceAll("(.{5})(?!$)", "$1-"), true);
    }

    @Override
    public String toString() {
        return "AdminPassword[hidden]";
    }
}
