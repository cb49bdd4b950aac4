// SPDX-License-Identifier: Apache-2.0
/** A small software painter: shapes, light and letters straight into I420 pictures. No fonts and no AWT are needed. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.picture;
