package com.eyewearml.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A database address in the form of libpq, {@code postgresql://user:password@host:5432/name}, turned into JDBC's. */
record PostgresqlAddress(String jdbcUrl) {
    private static final String EXPECTED = " must look like postgresql://user:password@host:5432/name or jdbc:postgresql://host/name?user=…";

    static PostgresqlAddress parse(String address, String variable) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            // The cause would print the address with its password.
            throw new StartupException("the database address in " + variable + EXPECTED);
        }
        boolean scheme = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!scheme || uri.getHost() == null || uri.getPath().length() < 2) {
            throw new StartupException("the database address in " + variable + EXPECTED);
        }
        StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            jdbc.append(':').append(uri.getPort());
        }
        jdbc.append(uri.getRawPath());
        char separator = '?';
        if (uri.getRawQuery() != null) {
            jdbc.append('?').append(uri.getRawQuery());
            separator = '&';
        }
        if (uri.getUserInfo() != null) {
            String[] account = uri.getUserInfo().split(":", 2);
            jdbc.append(separator).append("user=").append(encode(account[0]));
            if (account.length == 2) {
                jdbc.append("&password=").append(encode(account[1]));
            }
        }
        return new PostgresqlAddress(jdbc.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
