// SPDX-License-Identifier: Apache-2.0
/** Channels that stay open: the page's WebSocket, server-sent events, moving pictures. Each asks the policy per message. */
package io.nightjar.gateway.channel;
