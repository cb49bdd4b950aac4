// SPDX-License-Identifier: Apache-2.0
/** What tests of services share: a broker and a home. */
@NullMarked
package io.nightjar.testing;

import org.jspecify.annotations.NullMarked;
