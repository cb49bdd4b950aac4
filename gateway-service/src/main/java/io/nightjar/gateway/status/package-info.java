// SPDX-License-Identifier: Apache-2.0
/** How the house is as a whole. */
package io.nightjar.gateway.status;
