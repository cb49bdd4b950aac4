// SPDX-License-Identifier: Apache-2.0
/**
 * Sends a path to browsers by WebRTC: WHEP sessions on one UDP port, with ICE-lite, DTLS and SRTP. Knows no HTTP; whoever
 * serves the requests calls {@link io.nightjar.engine.whep.WhepServer}.
 */
package io.nightjar.engine.whep;
