// SPDX-License-Identifier: Apache-2.0
package io.nightjar.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What processes cost, as the kernel counts it. */
final class ProcessCost {

    /** The kernel's clock ticks per second: fixed for user space. */
    private static final double TICKS = 100;

    private ProcessCost() {}

    /** Cores that these processes keep busy, on average over a while. */
    static double cores(List<ProcessHandle> processes, Duration length) {
        long begun = System.nanoTime();
        double before = seconds(processes);
        Pause.of(length);
        return (seconds(processes) - before) * 1e9 / (System.nanoTime() - begun);
    }

    /** Resident memory in megabytes. */
    static long residentMegabytes(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(ProcessCost::residentKilobytes).sum() / 1024;
    }

    private static double seconds(List<ProcessHandle> processes) {
        return processes.stream().mapToDouble(ProcessCost::seconds).sum();
    }

    /** User and system time with all threads, the 14th and 15th field; the name before them may hold spaces. */
    private static double seconds(ProcessHandle process) {
        var stat = read("/proc/" + process.pid() + "/stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static long residentKilobytes(ProcessHandle process) {
        return read("/proc/" + process.pid() + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
