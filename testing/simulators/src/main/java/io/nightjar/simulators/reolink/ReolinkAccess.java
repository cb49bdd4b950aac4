// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import org.jspecify.annotations.Nullable;

/**
 * Whether a request may pass.
 *
 * @param byToken in a long session, which may ask for snapshots of any size
 * @param error why it may not; null when it may
 */
record ReolinkAccess(boolean byToken, @Nullable ReolinkError error) {}
