// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import java.nio.ByteBuffer;

/**
 * One picture or packet of sound on its way into a part.
 *
 * @param place its track among those of the init section
 * @param wallMicros when it is shown, by the wall clock
 * @param ptsMicros the same on the media timeline
 */
record Sample(int place, long wallMicros, long ptsMicros, long dtsMicros, boolean key, ByteBuffer data) {}
