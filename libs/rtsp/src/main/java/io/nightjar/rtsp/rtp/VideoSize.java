// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

/** Pixels of a picture after cropping. */
public record VideoSize(int width, int height) {}
