// SPDX-License-Identifier: Apache-2.0
/** Four places to look at, painted anew for each frame. A scene is a pure function of time. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.scene;
