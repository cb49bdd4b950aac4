// SPDX-License-Identifier: Apache-2.0
/** Measures what flows, and tells it: facts first, words after. */
package io.nightjar.ingest.health;
