// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person may do, from watching to everything; each role includes those before it. */
public enum UserRole {
    VIEWER,
    OPERATOR,
    ADMIN;

    public boolean includes(UserRole other) {
        return compareTo(other) >= 0;
    }

    /** This role and all that it includes, the highest first. */
    public List<String> included() {
        return Arrays.stream(values())
                .filter(this::includes)
                .map(UserRole::wire)
                .sorted((left, right) -> of(right).compareTo(of(left)))
                .toList();
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static UserRole of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.wire().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("A role is viewer, operator or admin; got \"" + text + "\""));
    }
}
