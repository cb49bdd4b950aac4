// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as every list of this house is answered. */
record Listing<T>(List<T> items, @JsonInclude @Nullable String next) {

    static <T> Listing<T> of(List<T> items) {
        return new Listing<>(List.copyOf(items), null);
    }
}
