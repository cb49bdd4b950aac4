// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

/** What moves by itself in a head, with a word to stop it by whose last direction is not known. */
enum AmcrestAxis {
    TURN("Right"),
    ZOOM("ZoomTele"),
    FOCUS("FocusFar");

    private final String anyWord;

    AmcrestAxis(String anyWord) {
        this.anyWord = anyWord;
    }

    String anyWord() {
        return anyWord;
    }
}
