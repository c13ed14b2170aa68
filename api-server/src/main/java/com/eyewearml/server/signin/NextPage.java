package com.eyewearml.server.signin;

import java.util.regex.Pattern;

/** Where to go after signing in: an address on this server, never one of another site. */
final class NextPage {
    static final String SHOPS = "/shops";
    private static final Pattern OURS = Pattern.compile("/(admin|account|shops|invitation)([/?][A-Za-z0-9/?&=%:._~+-]*)?");

    private NextPage() { }

    static String of(String asked) {
        return OURS.matcher(asked).matches() ? asked : SHOPS;
    }
}
