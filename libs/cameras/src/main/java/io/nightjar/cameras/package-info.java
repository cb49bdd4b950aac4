// SPDX-License-Identifier: Apache-2.0
/**
 * Vendor knowledge: where streams are and how a vendor signs in; and the care taken before an address is dialled.
 */
package io.nightjar.cameras;
