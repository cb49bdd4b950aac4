// SPDX-License-Identifier: Apache-2.0
/**
 * Trying cameras out before they are added, and looking for cameras in the network. An ingest process does both, since only
 * ingest reads video; what it answers is cleaned of secrets here.
 */
package io.nightjar.gateway.trial;
