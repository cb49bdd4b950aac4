// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests whose cameras come and go while one ingest runs. */
public abstract class WithIngest {

    @TempDir
    protected Path folder;

    protected IngestRig rig;

    @BeforeEach
    final void startIngest() throws Exception {
        rig = new IngestRig(folder);
    }

    @AfterEach
    final void stopIngest() throws Exception {
        rig.close();
    }
}
