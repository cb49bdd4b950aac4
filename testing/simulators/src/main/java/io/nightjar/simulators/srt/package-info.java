// SPDX-License-Identifier: Apache-2.0
/** A camera that waits to be called over SRT. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.srt;
