// SPDX-License-Identifier: Apache-2.0
/** What other services ask of ingest. Internal only: the kit refuses these routes on any other listener. */
package io.nightjar.ingest.api;
