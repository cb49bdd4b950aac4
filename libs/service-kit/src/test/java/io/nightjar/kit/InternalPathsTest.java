// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/ingest/streams",
                "//internal/ingest",
                "/./internal",
                "/x/../internal/ingest",
                "/x/y/../../internal",
                "/../internal",
                "/%69nternal/ingest",
                "/%2569nternal/ingest",
                "/%2e/internal",
                "/x/%2e%2e/internal",
                "/x%2f..%2finternal",
                "/%2finternal",
                "\\internal",
                "/x\\..\\internal",
                "/INTERNAL/ingest",
                "/internal;a=b/ingest",
                "/;x/internal",
                "/internal%3Bx/ingest",
                "/internal%20/ingest",
                "/%25252525252569nternal",
            })
    void everySpellingOfAnInternalPathIsRecognised(String path) {
        assertThat(InternalPaths.isInternal(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/cameras",
                "/api/internal",
                "/internals",
                "/internal-docs",
                "/hls/internal/main/x",
                "/100%"
            })
    void otherPathsAreNot(String path) {
        assertThat(InternalPaths.isInternal(path)).isFalse();
    }
}
