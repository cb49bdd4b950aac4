// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What came is no answer in the protocol that was spoken. */
final class GarbledAnswer extends IOException {

    GarbledAnswer(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
