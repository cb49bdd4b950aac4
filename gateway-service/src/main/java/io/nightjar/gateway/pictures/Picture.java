// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** One picture as ingest took it. The bytes are shared by all who show it: nobody changes them. */
public record Picture(Instant at, long number, Buffer jpeg) {}
