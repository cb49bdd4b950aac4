// SPDX-License-Identifier: Apache-2.0
/**
 * SRT as a caller that receives: libav's own cannot be used, since whichever connection it closes first ends all others of
 * the process. Knows no native type; whoever reads here hands the bytes on.
 */
@NullMarked
package io.nightjar.media.srt;

import org.jspecify.annotations.NullMarked;
