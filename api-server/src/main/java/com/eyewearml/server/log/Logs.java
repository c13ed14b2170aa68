package com.eyewearml.server.log;

import com.eyewearml.server.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * Where logs go: {@code application.jsonl}, {@code access.jsonl} and {@code security.jsonl} in {@code EYEWEARML_LOG_DIR}, {@code logs} of the
 * data folder by default, ten files of 16 MB each; with {@code EYEWEARML_LOG_DIR=-} all to standard output, for containers.
 */
public final class Logs {
    private static final int FILES = 10;
    private static final int FILE_BYTES = 16 << 20;

    private Logs() { }

    /** Adds the handlers; the console keeps telling warnings to whoever sits there, unless it gets the logs. */
    public static void open(Map<String, String> environment, Path dataDir) {
        String folder = environment.getOrDefault("EYEWEARML_LOG_DIR", "");
        if (folder.equals("-")) {
            Logger root = Logger.getLogger("");
            for (Handler handler : root.getHandlers()) {
                root.removeHandler(handler);
            }
            root.addHandler(console());
            return;
        }
        Path path = folder.isEmpty() ? dataDir.resolve("logs") : Path.of(folder);
        try {
            Files.createDirectories(path);
            for (Handler handler : Logger.getLogger("").getHandlers()) {
                handler.setFormatter(new PlainLines());
            }
            Logger.getLogger("").addHandler(file(path, "application"));
            for (Event.Log log : Event.Log.values()) {
                String name = log.name().toLowerCase(Locale.ROOT);
                Logger logger = Logger.getLogger("com.eyewearml." + name);
                logger.setUseParentHandlers(false);
                logger.addHandler(file(path, name));
            }
        } catch (IOException e) {
            throw new StartupException("logs cannot be written to " + path + "; choose another folder with EYEWEARML_LOG_DIR", e);
        }
    }

    private static Handler file(Path folder, String name) throws IOException {
        FileHandler handler = new FileHandler(folder.resolve(name).toString().replace("%", "%%") + ".%g.jsonl", FILE_BYTES, FILES, true);
        handler.setFormatter(new JsonLines());
        handler.setLevel(Level.ALL);
        return handler;
    }

    private static Handler console() {
        StreamHandler handler = new StreamHandler(System.out, new JsonLines()) {
            @Override
            public synchronized void publish(LogRecord record) {
                super.publish(record);
                flush();
            }
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
