// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import java.util.Optional;

/** Which stream an address means; asked at each request, so the answer may change. */
public interface StreamTable {
    Optional<Feed> find(StreamPath path);
}
