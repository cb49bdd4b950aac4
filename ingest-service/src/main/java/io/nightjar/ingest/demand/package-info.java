// SPDX-License-Identifier: Apache-2.0
/** Who wants an on-demand stream, and until when. */
package io.nightjar.ingest.demand;
