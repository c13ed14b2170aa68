package com.eyewearml.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Starts both services on the folder it is given, commits a row, and dies without stopping them. */
final class CrashingOwner {
    private CrashingOwner() { }

    public static void main(String[] args) throws Exception {
        DataFolder folder = DataFolder.open(Path.of(args[0]));
        PostgresqlServer postgresql = PostgresqlServer.start(folder);
        RedisNode.start(folder);
        try (Connection connection = DriverManager.getConnection(postgresql.ownerUrl()); Statement statement = connection.createStatement()) {
            statement.execute("create table kept (line text)");
            statement.execute("insert into kept values ('committed')");
        }
        Runtime.getRuntime().halt(9);
    }
}
