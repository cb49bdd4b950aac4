// SPDX-License-Identifier: Apache-2.0
/** The engine's RTSP server: publishers come in, players go out, over TCP and UDP. */
package io.nightjar.engine.rtsp;
