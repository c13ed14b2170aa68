package com.eyewearml.server.log;

import java.util.regex.Pattern;

/**
 * Takes out of messages, which libraries write too, what looks like a secret or a person: a second line behind the rule that messages
 * hold nothing that came with a request.
 */
final class Redaction {
    private static final Pattern TELLING = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
            + "|(?i:bearer|basic)\\s+\\S+"
            + "|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"
            + "|\\b(?:ewpk|shp[a-z]{2}|shpss|ck|cs)_\\w{8,}"
            + "|(?<=[?&;,\\s\"'])(?i:password|passwd|pwd|token|secret|key|code|hmac|signature|state|id_token|cookie|authorization|email)=[^\\s&;,\"']*"
            + "|\\?[^\\s\"']*=[^\\s\"']*"
            + "|\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"
            + "|\\b[0-9a-fA-F]{32,}\\b"
            + "|\\b[A-Za-z0-9+/_-]{40,}={0,2}");

    private Redaction() { }

    static String of(String message) {
        return TELLING.matcher(message).replaceAll("…");
    }
}
