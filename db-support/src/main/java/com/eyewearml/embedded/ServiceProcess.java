package com.eyewearml.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server's process, known by the file into whose first line the server itself writes its number. Where the program that
 * started it was killed, it lives on and holds its port and its data. The caller holds the {@link DataFolder}, so no living program
 * owns it then.
 *
 * @param handle  the process
 * @param program first letters of its file name
 */
record ServiceProcess(ProcessHandle handle, String program) {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    private static final int STOP_SECONDS = 20;
    private static final int POLL_MS = 20;

    /** The process that wrote the file, if it runs; its number may belong to a program of another name by now. */
    static Optional<ServiceProcess> find(Path pidFile, String program) {
        return read(pidFile).flatMap(ProcessHandle::of).map(handle -> new ServiceProcess(handle, program)).filter(ServiceProcess::runs);
    }

    /** Asks the process that an earlier run left behind, if there is one, to shut down cleanly and waits until it has. */
    static void stopLeftBehind(Path pidFile, String program) {
        find(pidFile, program).ifPresent(left -> {
            LOG.info("Stopping {} (process {}), left behind by an earlier run", program, left.handle.pid());
            left.handle.destroy();
            left.awaitEnd();
        });
    }

    /** Waits for the process to end. */
    void awaitEnd() {
        Instant end = Instant.now().plusSeconds(STOP_SECONDS);
        while (runs()) {
            if (Instant.now().isAfter(end)) {
                throw new EmbeddedServiceException(program + " (process " + handle.pid() + ") does not stop within " + STOP_SECONDS
                        + " s; end it by hand, then start again");
            }
            pause();
        }
    }

    /** A process that has ended but was not yet collected by its parent has no program any more. */
    private boolean runs() {
        return handle.isAlive()
                && handle.info().command().filter(path -> Path.of(path).getFileName().toString().startsWith(program)).isPresent();
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServiceException("interrupted while waiting for " + program + " to stop", e);
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
