// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which cameras this process runs, and how carefully. */
@ConfigMapping(prefix = "nightjar.ingest")
public interface IngestConfig {

    /** {@code *} for all, or camera ids separated by commas: then this process leaves the others to other processes. */
    @WithDefault("*")
    List<String> cameras();

    /** Address ranges that cameras added in the page may use although they are this machine's or link-local. */
    Optional<List<String>> allowedAddresses();

    /** How long a camera may take to answer before it counts as unreachable. */
    @WithDefault("8s")
    Duration connectTimeout();

    /** How long a name server may take. */
    @WithDefault("3s")
    Duration lookupTimeout();

    /** Sessions opened at once; protects cameras that share one weak switch. */
    @WithDefault("8")
    int parallelConnects();

    /** Of these, so many at one device or host: weak ones fail when asked by many at once. */
    @WithDefault("2")
    int parallelConnectsPerHost();

    /** Where neolink republishes cameras that speak only their own protocol. */
    @WithDefault("127.0.0.1")
    String neolinkHost();

    /** How much longer an on-demand stream runs than anybody asked for it. */
    @WithDefault("5s")
    Duration demandGrace();
}
