// SPDX-License-Identifier: Apache-2.0
/** Settings of neolink, which bridges cameras that know only Reolink's own protocol to RTSP. */
@NullMarked
package io.nightjar.cameras.neolink;

import org.jspecify.annotations.NullMarked;
