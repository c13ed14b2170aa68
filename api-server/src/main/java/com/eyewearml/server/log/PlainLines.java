package com.eyewearml.server.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** For whoever watches the console: a line of text, as silent about requests as {@link JsonLines}; the files tell where exceptions arose. */
final class PlainLines extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(TIME.format(record.getInstant())).append(' ').append(record.getLevel().getName()).append(' ')
                .append(record.getLoggerName()).append(": ").append(Redaction.of(formatMessage(record)));
        for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
            line.append(" < ").append(cause.getClass().getName());
        }
        return line.append(System.lineSeparator()).toString();
    }
}
