// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

/** Something that keeps Nightjar from running, said in one sentence that a person can act on. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Complaint(String sentence) {
        super(sentence);
    }
}
