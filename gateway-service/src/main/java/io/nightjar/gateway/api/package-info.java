// SPDX-License-Identifier: Apache-2.0
/** The REST interface: translates between HTTP and the rest, and decides nothing. */
package io.nightjar.gateway.api;
