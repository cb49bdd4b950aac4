// SPDX-License-Identifier: Apache-2.0
/** The two ways to talk to a UniFi Protect console: its official interface by key, and its own by a session. */
@NullMarked
package io.nightjar.cameras.unifi;

import org.jspecify.annotations.NullMarked;
