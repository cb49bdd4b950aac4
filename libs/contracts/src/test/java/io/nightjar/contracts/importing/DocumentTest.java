// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightjar.contracts.camera.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is understood is written down. */
class DocumentTest {

    @Test
    void everyNameThatIsUnderstoodStandsInTheDocument() throws IOException {
        var document = Path.of("..", "..", "docs", "importing.md");
        assumeTrue(Files.exists(document), "docs/importing.md is not beside this module");
        var text = Files.readString(document);

        assertThat(StreamType.names())
                .allSatisfy(name -> assertThat(text.toLowerCase(Locale.ROOT)).contains("`" + name + "`"));
        assertThat(OptionNames.others()).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
        assertThat(VendorTiers.SETTINGS).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
        for (var vendor : new Vendor[] {Vendor.EUFY, Vendor.UNIFI, Vendor.REOLINK, Vendor.AMCREST}) {
            assertThat(text).contains(vendor.name() + "_", VendorFiles.name(vendor));
        }
    }
}
