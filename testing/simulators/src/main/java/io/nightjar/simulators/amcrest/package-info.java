// SPDX-License-Identifier: Apache-2.0
/** An Amcrest or Dahua camera: RTSP and CGI. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.amcrest;
