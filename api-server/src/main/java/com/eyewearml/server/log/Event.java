package com.eyewearml.server.log;

import java.util.Locale;
import java.util.SequencedMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Something that happened, with fields rather than a sentence.
 *
 * @param log    it belongs to
 * @param name   of what happened
 * @param fields numbers and words of our own: no text that came with a request
 */
public record Event(Log log, String name, SequencedMap<String, Object> fields) {
    /** The logs that are of events. */
    public enum Log {
        /** Every request answered. */
        ACCESS,
        /** Every request refused, and why. */
        SECURITY;

        private final Logger logger = Logger.getLogger("com.eyewearml." + name().toLowerCase(Locale.ROOT));
    }

    /** Writes it down. */
    public void log(Level level) {
        if (log.logger.isLoggable(level)) {
            LogRecord record = new LogRecord(level, name);
            record.setLoggerName(log.logger.getName());
            record.setParameters(new Object[] {this});
            log.logger.log(record);
        }
    }
}
