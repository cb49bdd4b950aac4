// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

/** How a session stands: for people, and for metrics. */
public record SessionFigures(boolean signedIn, long logins, long requests) {}
