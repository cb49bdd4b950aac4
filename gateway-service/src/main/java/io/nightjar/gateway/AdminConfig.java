// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The account of the first run. */
@ConfigMapping(prefix = "nightjar.admin")
public interface AdminConfig {

    /** Its password; without one a random password is shown on the terminal. Read at the first run only. */
    Optional<String> password();
}
