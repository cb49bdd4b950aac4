// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Every line of the log while it is open, at all levels, as it would be written, with its stack trace. */
final class WholeLog extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.nightjar");
    private final @Nullable Level before = ours.getLevel();

    static WholeLog open() {
        var log = new WholeLog();
        log.root.addHandler(log);
        log.ours.setLevel(Level.ALL);
        return log;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        var text = new StringWriter();
        text.append(new SimpleFormatter().format(line));
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        ours.setLevel(before);
    }
}
