// SPDX-License-Identifier: Apache-2.0
/** What is happening now, told as it happens: state in memory, one log of events, and the channels that carry it out. */
package io.nightjar.gateway.live;
