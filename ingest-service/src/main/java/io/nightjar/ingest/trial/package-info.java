// SPDX-License-Identifier: Apache-2.0
/** Tries a camera out before it is added: step by step, within half a minute, leaving nothing open. */
package io.nightjar.ingest.trial;
