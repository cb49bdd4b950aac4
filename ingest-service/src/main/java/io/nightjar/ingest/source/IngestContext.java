// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.ingest.health.HealthReporter;
import io.nightjar.ingest.machine.StreamMachine;
import io.nightjar.ingest.publish.MediaPlane;
import io.nightjar.ingest.publish.SteadyClock;
import io.nightjar.ingest.session.CameraSessions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all runners of a process share.
 *
 * @param secrets looked up anew for every session
 * @param opening how many sessions may be opened at once
 * @param demandGrace how much longer an on-demand stream runs than it is asked for
 */
public record IngestContext(
        StreamMachine machine,
        CameraSessions sessions,
        MediaPlane plane,
        HealthReporter reporter,
        SourceSecrets secrets,
        StreamMemory memory,
        SteadyClock steady,
        Clock clock,
        ScheduledExecutorService timer,
        OpeningSlots opening,
        FirstContact contacts,
        Duration demandGrace) {}
