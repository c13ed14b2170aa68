package com.eyewearml.server.signin;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody's device is called in the list of their sessions. */
final class Devices {
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // Browsers name those they descend from as well, so the order matters.
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("FxiOS/", "Firefox");
        BROWSERS.put("CriOS/", "Chrome");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Devices() { }

    /** Browser and system, like {@code Firefox on Windows}. */
    static String of(ServerRequest req) {
        return describe(req.headers().first(HeaderNames.USER_AGENT).orElse(""));
    }

    static String describe(String userAgent) {
        String browser = first(BROWSERS, userAgent, "Browser");
        String system = first(SYSTEMS, userAgent, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> names, String userAgent, String otherwise) {
        return names.entrySet().stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse(otherwise);
    }
}
