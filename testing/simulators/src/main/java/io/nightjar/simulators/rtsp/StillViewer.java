// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/** Takes JPEG pictures as they come, on a thread of the feed. */
public interface StillViewer {
    void still(byte[] jpeg);
}
