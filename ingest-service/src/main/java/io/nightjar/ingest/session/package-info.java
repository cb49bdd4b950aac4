// SPDX-License-Identifier: Apache-2.0
/** Opens one camera and reads it: where to dial, how, and what went wrong in a sentence. */
package io.nightjar.ingest.session;
