// SPDX-License-Identifier: Apache-2.0
/** A real Kafka broker inside the JVM: for one machine, and for tests. */
@NullMarked
package io.nightjar.broker;

import org.jspecify.annotations.NullMarked;
