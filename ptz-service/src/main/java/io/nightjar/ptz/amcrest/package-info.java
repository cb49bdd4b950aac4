// SPDX-License-Identifier: Apache-2.0
/** Heads of Amcrest and Dahua cameras, by their CGI. */
@NullMarked
package io.nightjar.ptz.amcrest;

import org.jspecify.annotations.NullMarked;
