// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import io.nightjar.gateway.users.User;

/** Who asks: a user, and the session that proves it. */
public record Caller(User user, Session session, boolean byCookie) {}
