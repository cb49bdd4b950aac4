// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** What a viewer's request is answered with, whichever plane it came from. */
public record MediaReply(int status, Map<String, String> headers, Buffer body) {

    public MediaReply {
        headers = Map.copyOf(headers);
    }
}
