// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure that a caller should hear about, in words that are safe to show. Answered as a problem document. */
public final class Problem extends RuntimeException {

    /** What a failure means, whoever asks: each kind has one status and one title. */
    public enum Kind {
        NOT_FOUND(404, "Not found"),
        INVALID(400, "The request is not valid"),
        UNAUTHENTICATED(401, "Sign in first"),
        FORBIDDEN(403, "Not allowed"),
        CONFLICT(409, "In conflict with what is there"),
        UNSUPPORTED(501, "Not supported"),
        UNAVAILABLE(503, "Not available right now"),
        TIMEOUT(504, "No answer in time"),
        CAMERA_UNREACHABLE(502, "The camera cannot be reached"),
        TOO_MANY(429, "Too many requests"),
        INTERNAL(500, "A fault in Nightjar");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The nearest kind for a status that some framework chose. */
        public static Kind of(int status) {
            return switch (status) {
                case 401 -> UNAUTHENTICATED;
                case 403 -> FORBIDDEN;
                case 404, 410 -> NOT_FOUND;
                case 409, 412 -> CONFLICT;
                case 429 -> TOO_MANY;
                case 501 -> UNSUPPORTED;
                case 502 -> CAMERA_UNREACHABLE;
                case 503 -> UNAVAILABLE;
                case 504 -> TIMEOUT;
                default -> status >= 400 && status < 500 ? INVALID : INTERNAL;
            };
        }
    }

    private final Kind kind;
    private final int status;
    private final String title;
    private final String detail;
    private final @Nullable String hint;
    private final transient Map<String, String> fields;

    private Problem(
            Kind kind,
            int status,
            String title,
            String detail,
            @Nullable String hint,
            Map<String, String> fields,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.hint = hint;
        this.fields = Map.copyOf(fields);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, kind.status(), kind.title(), detail, null, Map.of(), null);
    }

    public static Problem of(Kind kind, String detail, Throwable cause) {
        return new Problem(kind, kind.status(), kind.title(), detail, null, Map.of(), cause);
    }

    public static Problem notFound(String detail) {
        return of(Kind.NOT_FOUND, detail);
    }

    public static Problem invalid(String detail) {
        return of(Kind.INVALID, detail);
    }

    /** @param fields what is wrong, by the field's path */
    public static Problem invalid(String detail, Map<String, String> fields) {
        return invalid(detail).withFields(fields);
    }

    public static Problem unsupported(String detail) {
        return of(Kind.UNSUPPORTED, detail);
    }

    public static Problem unavailable(String detail) {
        return of(Kind.UNAVAILABLE, detail);
    }

    /** For protocols that ask for one exact status, such as WHEP's 406. */
    public static Problem ofStatus(int status, String detail) {
        var kind = Kind.of(status);
        return new Problem(kind, status, kind.title(), detail, null, Map.of(), null);
    }

    public Problem withTitle(String value) {
        return new Problem(kind, status, value, detail, hint, fields, getCause());
    }

    /** What the person can try. */
    public Problem withHint(@Nullable String value) {
        return new Problem(kind, status, title, detail, value, fields, getCause());
    }

    public Problem withFields(Map<String, String> value) {
        return new Problem(kind, status, title, detail, hint, value, getCause());
    }

    public Kind kind() {
        return kind;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String hint() {
        return hint;
    }

    public Map<String, String> fields() {
        return fields;
    }

    /** The document a caller receives. */
    public ProblemDocument document(@Nullable String instance) {
        return new ProblemDocument(
                "urn:nightjar:problem:" + kind.wire(),
                title,
                status(),
                detail,
                instance,
                kind.wire(),
                hint,
                fields.isEmpty() ? null : fields);
    }
}
