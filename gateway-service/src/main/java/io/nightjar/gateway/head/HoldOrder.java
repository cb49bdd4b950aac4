// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

/**
 * Move on while this is repeated; each part of the speed from -1 to 1.
 *
 * @param press grows with every press of a page, so that a late order of an earlier one is known
 */
public record HoldOrder(long press, double pan, double tilt, double zoom, double focus) {}
