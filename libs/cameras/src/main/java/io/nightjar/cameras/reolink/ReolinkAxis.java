// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

/** What moves by itself in a head; one stop ends all. */
enum ReolinkAxis {
    TURN,
    ZOOM,
    FOCUS
}
