// SPDX-License-Identifier: Apache-2.0
/** Hands packets to the media plane by copy, stamped with the time they arrived, and outlives its absences. */
package io.nightjar.ingest.publish;
