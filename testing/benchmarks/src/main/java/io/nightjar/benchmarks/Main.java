// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command behind {@code ./nightjar bench}. */
@Command(
        name = "bench",
        description = "Measure Nightjar on this machine. Each prints a table and, last, one JSON object.",
        subcommands = {
            LatencyBenchmark.class,
            StartupBenchmark.class,
            RecoveryBenchmark.class,
            IngestBenchmark.class,
            PtzBenchmark.class
        },
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
