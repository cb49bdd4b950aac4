// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The home cannot be used; its message is the sentence the operator sees, and all that a starting service prints. */
public final class UnusableHome extends ConfigurationException {

    UnusableHome(Path root, @Nullable IOException reason) {
        super("Nightjar cannot write to its home " + root
                + ", so nothing was started; make that folder writable for this user, or choose another with --home"
                + " or NIGHTJAR_HOME.");
        if (reason != null) {
            // Not as a cause: a failed start shows the innermost message only, which would be the less helpful one.
            addSuppressed(reason);
        }
    }
}
