// SPDX-License-Identifier: Apache-2.0
/** What the gateway asks of heads. */
@NullMarked
package io.nightjar.ptz.api;

import org.jspecify.annotations.NullMarked;
