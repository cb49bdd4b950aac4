// SPDX-License-Identifier: Apache-2.0
/** LL-HLS of every path somebody asks for: parts, segments, playlists with blocking reload. */
@NullMarked
package io.nightjar.engine.hls;

import org.jspecify.annotations.NullMarked;
