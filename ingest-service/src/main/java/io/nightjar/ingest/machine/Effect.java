// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

/** What has to be done because of a step. */
public sealed interface Effect {

    /** Open a session of this number; {@code afresh} forgets what worked before. */
    record Open(long session, boolean afresh) implements Effect {}

    record Close(long session) implements Effect {}

    /** Ask whether the camera's port answers. */
    record Probe(long session) implements Effect {}
}
