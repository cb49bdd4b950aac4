// SPDX-License-Identifier: Apache-2.0
/** Runs the sources of this process: one runner per source, the single writer of its state. */
package io.nightjar.ingest.source;
