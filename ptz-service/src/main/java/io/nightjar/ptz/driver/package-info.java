// SPDX-License-Identifier: Apache-2.0
/** What every language that heads speak has in common. Languages never meet. */
@NullMarked
package io.nightjar.ptz.driver;

import org.jspecify.annotations.NullMarked;
