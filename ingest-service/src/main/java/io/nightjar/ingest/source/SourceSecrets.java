// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.camera.Credentials;
import java.util.Optional;

/** The secrets of sources, as they are at the moment. */
public interface SourceSecrets {

    Optional<Credentials> of(SourceSpec spec);

    /** One sentence with the names that were looked for, when the source needs secrets and has none. */
    Optional<String> missing(SourceSpec spec);
}
