// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receives the parts of an endless multipart answer, on an event loop: never block here. */
public interface PartListener {

    /** @param headers of the part, names in lower case */
    void onPart(Map<String, String> headers, Buffer body);

    /** The stream is over, by itself or by a failure; not called after it was cancelled. */
    void onEnd(@Nullable Problem failure);
}
