// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.pictures;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** A picture and when it was taken. */
public record Taken(Instant at, Buffer jpeg) {}
