package com.eyewearml.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The PostgreSQL that another program of ours runs on a data folder right now. */
record RunningDatabase(Path folder, int port) {
    private static final int PORT_LINE = 3;

    /** @throws EmbeddedServiceException where none runs there */
    static RunningDatabase in(Path folder) {
        Path pidFile = folder.resolve("postgresql/data/postmaster.pid");
        if (ServiceProcess.find(pidFile, "postgres").isEmpty()) {
            throw new EmbeddedServiceException("no EyewearML server runs on " + folder + "; start it, then back it up while it runs");
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return new RunningDatabase(folder, Integer.parseInt(lines.get(PORT_LINE).trim()));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new EmbeddedServiceException("cannot read the database's port from " + pidFile, e);
        }
    }

    Path data() {
        return folder.resolve("postgresql/data");
    }

    String ownerUrl() {
        try {
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password="
                    + Files.readString(folder.resolve("postgresql-owner.secret"));
        } catch (IOException e) {
            throw new EmbeddedServiceException("cannot read the database's password in " + folder, e);
        }
    }
}
