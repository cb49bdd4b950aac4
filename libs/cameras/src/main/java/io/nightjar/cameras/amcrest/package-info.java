// SPDX-License-Identifier: Apache-2.0
/** The CGI commands of Amcrest and Dahua cameras. */
@NullMarked
package io.nightjar.cameras.amcrest;

import org.jspecify.annotations.NullMarked;
