// SPDX-License-Identifier: Apache-2.0
/**
 * libav behind one door: readers, writers, decoders and encoders that each own their native memory. Nothing outside this
 * package sees a native type.
 */
@NullMarked
package io.nightjar.media;

import org.jspecify.annotations.NullMarked;
