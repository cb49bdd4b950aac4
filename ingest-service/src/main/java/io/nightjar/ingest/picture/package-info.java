// SPDX-License-Identifier: Apache-2.0
/** The newest picture of a stream for everybody who asks; decoded once, encoded only when asked. */
package io.nightjar.ingest.picture;
