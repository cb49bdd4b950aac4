// SPDX-License-Identifier: Apache-2.0
/** Where each vendor keeps its streams. Adding a vendor is one class here and one line in {@code Vendors}. */
@NullMarked
package io.nightjar.cameras.vendor;

import org.jspecify.annotations.NullMarked;
