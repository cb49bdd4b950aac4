// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a camera sent is no XML, or XML that is refused. The message quotes nothing of it. */
public final class MalformedXmlException extends IOException {

    MalformedXmlException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    MalformedXmlException(String message) {
        this(message, null);
    }
}
