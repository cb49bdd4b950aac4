// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

/**
 * An encoded picture. The bytes are shared by all who asked for it: nobody changes them.
 *
 * @param ptsMicros the time of its packet
 * @param sequence counts decoded pictures: the same number is the same picture
 */
@SuppressWarnings("ArrayRecordComponent") // compared by sequence, never by content
public record Jpeg(byte[] bytes, int width, int height, long ptsMicros, long sequence) {}
