// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.ingest.picture.StreamPictures;
import io.nightjar.ingest.publish.MediaPlane;
import io.nightjar.ingest.publish.SteadyClock;
import java.time.Clock;

/** What every session of a source feeds into. */
record SessionParts(MediaPlane plane, StreamPictures pictures, SteadyClock clock, Clock wall) {}
