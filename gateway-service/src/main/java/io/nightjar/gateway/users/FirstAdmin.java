// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Optional;

/** The account of the first run. A password that nobody chose is shown once, on the terminal, and never in a log. */
final class FirstAdmin {
    static final String NAME = "admin";
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    private final PasswordHasher hasher;
    private final PrintStream terminal;

    FirstAdmin(PasswordHasher hasher, PrintStream terminal) {
        this.hasher = hasher;
        this.terminal = terminal;
    }

    User create(Optional<String> chosen) {
        var password = chosen.filter(text -> !text.isBlank()).orElseGet(this::shownPassword);
        return new User(NAME, hasher.hash(password), UserRole.ADMIN, null);
    }

    private String shownPassword() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int index = 0; index < LENGTH; index++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        terminal.println("Admin password: " + password);
        terminal.flush();
        return password.toString();
    }
}
