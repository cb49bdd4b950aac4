// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one stable name of a camera: in URLs, topic keys, engine paths and file names. Never renamed. */
public record CameraId(@JsonValue String value) implements Comparable<CameraId> {

    public static final String SYNTAX = "[A-Za-z0-9][A-Za-z0-9_-]{0,62}";
    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    @JsonCreator
    public CameraId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A camera id starts with a letter or digit and has at most 63 letters, "
                    + "digits, '-' and '_'; got \"" + value + "\"");
        }
    }

    public static CameraId of(String value) {
        return new CameraId(value);
    }

    public static boolean isValid(String value) {
        return PATTERN.matcher(value).matches();
    }

    /** Ids are unique ignoring case: file systems and Kubernetes names do not keep it. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(CameraId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
