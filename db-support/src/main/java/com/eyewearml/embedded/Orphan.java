package com.eyewearml.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server whose parent was killed: it lives on and holds its port and its data. Its process id is on the first line of
 * the file the server itself writes. The caller holds the {@link DataFolder}, so no living program owns it.
 */
final class Orphan {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final int STOP_SECONDS = 20;

    private Orphan() { }

    /**
     * Asks the process to shut down cleanly and waits until it has. Does nothing where there is none, or where its number now
     * belongs to a program of another name.
     */
    static void stop(Path pidFile, String program) {
        Optional<ProcessHandle> process = read(pidFile).flatMap(ProcessHandle::of)
                .filter(p -> p.info().command().filter(c -> Path.of(c).getFileName().toString().startsWith(program)).isPresent());
        if (process.isEmpty()) {
            return;
        }
        LOG.info("Stopping {} (process {}), left behind by an earlier run", program, process.get().pid());
        process.get().destroy();
        try {
            process.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedServiceException(program + " (process " + process.get().pid() + ") of an earlier run does not stop within "
                    + STOP_SECONDS + " s; end it by hand, then start again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServiceException("interrupted while waiting for " + program + " of an earlier run to stop", e);
        }
    }

    private static Optional<Long> read(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.getFirst().trim()));
        } catch (IOException | NumberFormatException e) {
            throw new EmbeddedServiceException("cannot read a process id from " + pidFile + "; if no database runs on this folder, "
                    + "delete that file", e);
        }
    }
}
