package com.eyewearml.server.log;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A record of {@code java.util.logging} as one line of JSON. Of exceptions it tells kinds and places, never their messages: those of a
 * database or a parser repeat what somebody sent.
 */
public final class JsonLines extends Formatter {
    private static final int MOST_FRAMES = 20;
    private static final int MOST_CAUSES = 5;
    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

    @Override
    public String format(LogRecord record) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.write("time", record.getInstant().toString());
            json.write("level", record.getLevel().getName());
            if (record.getParameters() != null && record.getParameters().length == 1 && record.getParameters()[0] instanceof Event event) {
                json.write("log", event.log().name().toLowerCase(Locale.ROOT));
                json.write("event", event.name());
                event.fields().forEach((name, value) -> write(json, name, value));
            } else {
                json.write("log", "application");
                json.write("logger", String.valueOf(record.getLoggerName()));
                json.write("message", Redaction.of(formatMessage(record)));
            }
            if (record.getThrown() != null) {
                write(json, record.getThrown());
            }
            json.writeEnd();
        }
        return line.append('\n').toString();
    }

    private static void write(JsonGenerator json, String name, Object value) {
        switch (value) {
            case Long number -> json.write(name, number);
            case Integer number -> json.write(name, number);
            case Double number -> json.write(name, number);
            default -> json.write(name, value.toString());
        }
    }

    private static void write(JsonGenerator json, Throwable thrown) {
        json.writeStartArray("exceptions");
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            json.writeStartObject();
            json.write("type", cause.getClass().getName());
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                json.write("sqlState", sql.getSQLState());
            }
            json.writeStartArray("at");
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                json.write(frames[i].getClassName() + "." + frames[i].getMethodName() + ":" + frames[i].getLineNumber());
            }
            json.writeEnd();
            json.writeEnd();
            cause = cause.getCause();
        }
        json.writeEnd();
    }
}
