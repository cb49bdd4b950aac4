// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order, and how long that took.
 *
 * @param driver the language the camera was told in; null while none has answered
 */
public record Answer(Reply reply, Duration took, @Nullable String driver) {}
