// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the build left for the gateway to serve. */
class BundleTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"/([^\"]+)\"");

    private static Path site() throws URISyntaxException {
        var index = BundleTest.class.getResource("/META-INF/resources/index.html");
        assertThat(index).isNotNull();
        return Path.of(index.toURI()).getParent();
    }

    @Test
    void everyFileThatTheIndexNamesIsThere() throws Exception {
        var references = REFERENCE
                .matcher(Files.readString(site().resolve("index.html")))
                .results()
                .toList();
        assertThat(references).hasSizeGreaterThan(4);
        for (var reference : references) {
            assertThat(site().resolve(reference.group(1))).isNotEmptyFile();
        }
    }

    @Test
    void scriptsAndStylesCarryAHashInTheirNames() throws Exception {
        assertThat(Files.readString(site().resolve("index.html")))
                .containsPattern("/app\\.[A-Z0-9]{8}\\.js")
                .containsPattern("/style\\.[A-Z0-9]{8}\\.css");
    }

    @Test
    void nothingInlineNeedsAnExceptionFromTheSecurityPolicy() throws Exception {
        assertThat(Files.readString(site().resolve("index.html")))
                .doesNotContain("<style", " style=", " on")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void thePageTalksToItsOwnOriginOnly() throws Exception {
        try (var scripts = Files.newDirectoryStream(site(), "app.*.js")) {
            for (var script : scripts) {
                assertThat(Files.readString(script).replaceAll("http://www\\.w3\\.org/[^\"'`]*", ""))
                        .doesNotContain("http://", "https://");
            }
        }
    }

    @Test
    void theNoticesOfTheLibrariesGoWithThem() throws Exception {
        assertThat(Files.readString(site().resolve("licenses.txt"))).contains("lit 3", "hls.js 1");
    }

    @Test
    void unchangedSourcesHaveTheSameFingerprintAndChangedOnesAnother() throws IOException {
        var folder = Files.createTempDirectory("fingerprint");
        var file = Files.writeString(folder.resolve("a.ts"), "1");
        var before = Fingerprint.of(List.of(folder));
        assertThat(Fingerprint.of(List.of(folder))).isEqualTo(before);
        Files.writeString(file, "2");
        assertThat(Fingerprint.of(List.of(folder))).isNotEqualTo(before);
    }
}
