// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz;

import java.util.concurrent.ScheduledExecutorService;

/** The one thread that wakes heads; nothing on it ever waits. */
record PtzTimer(ScheduledExecutorService executor) {}
