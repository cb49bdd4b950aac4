// SPDX-License-Identifier: Apache-2.0
/** Finds out which of a stream's addresses to use: what worked last time, the first that answers, or the best of all. */
package io.nightjar.ingest.choice;
