// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

/** What the policy says. */
public enum Decision {
    ALLOWED,
    /** Nobody is signed in. */
    SIGN_IN,
    /** Known and refused: the role does not reach. */
    FORBIDDEN,
    /** To this user it does not exist; the same answer as for a camera that does not. */
    NOT_FOUND;

    public boolean allowed() {
        return this == ALLOWED;
    }
}
