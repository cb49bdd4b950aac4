// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command behind {@code ./nightjar}. */
@Command(
        name = "nightjar",
        description = "A network video recorder.",
        subcommands = {Up.class, Doctor.class},
        mixinStandardHelpOptions = true,
        version = "Nightjar 0.1.0")
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof Complaint complaint) {
                        command.getErr().println(complaint.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .setParameterExceptionHandler((failure, arguments) -> {
                    failure.getCommandLine().getErr().println(failure.getMessage() + ". Try: ./nightjar --help");
                    return 2;
                });
    }
}
