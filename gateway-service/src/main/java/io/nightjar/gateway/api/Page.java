// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next part begins; null at the end
 */
record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
    private static final int MOST = 1_000;

    /** The first items of all that are left. */
    static <T> Page<T> of(List<T> left, int limit, Function<T, String> key) {
        int size = Math.clamp(limit, 1, MOST);
        return left.size() <= size
                ? new Page<>(left, null)
                : new Page<>(left.subList(0, size), key.apply(left.get(size - 1)));
    }

    <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
