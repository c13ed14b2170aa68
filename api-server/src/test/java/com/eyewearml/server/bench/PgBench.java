package com.eyewearml.server.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL's own load program, running statements as the application's role in a shop. */
final class PgBench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Map<String, String> parameters;
    private final String jdbcUrl;
    private final URI address;
    private final UUID shopId;

    /** @param jdbcUrl of the account that serves requests */
    PgBench(String jdbcUrl, UUID shopId) {
        this.jdbcUrl = jdbcUrl;
        this.address = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.parameters = Arrays.stream(address.getQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        this.shopId = shopId;
    }

    static boolean present() {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    /** Rows that a statement gives to the account and in the shop that {@link #run} uses. */
    int rows(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl + "&options=-c%20app.shop_id%3D" + shopId);
                Statement one = connection.createStatement(); ResultSet rows = one.executeQuery(statement)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** Transactions of one statement each per second. */
    double run(Path folder, List<String> statements, int clients, Duration duration) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2",
                "-T", Long.toString(duration.toSeconds()), "-h", address.getHost(), "-p", Integer.toString(address.getPort()),
                "-U", parameters.get("user")));
        for (int i = 0; i < statements.size(); i++) {
            Path file = folder.resolve("statement-" + i + ".sql");
            Files.writeString(file, statements.get(i) + ";\n");
            command.addAll(List.of("-f", file.toString()));
        }
        command.add(address.getPath().substring(1));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", parameters.getOrDefault("password", ""));
        builder.environment().put("PGOPTIONS", "-c app.shop_id=" + shopId);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher tps = TPS.matcher(output);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IOException("pgbench failed: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }
}
