package com.eyewearml.server.http;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.RoutingRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Answers under the server's own names only. A page elsewhere whose name suddenly resolves to this machine (DNS rebinding) could
 * otherwise read what the server tells this machine. Where the server listens to others and was not told its public name, any name is
 * taken.
 */
public final class HostCheck {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

    private final boolean any;
    private final Set<String> names = new HashSet<>(LOCAL);

    private HostCheck(boolean any) {
        this.any = any;
    }

    /** @param listensOn address the server listens on */
    public static HostCheck from(Map<String, String> environment, String listensOn) {
        String publicUrl = environment.getOrDefault("EYEWEARML_PUBLIC_URL", "");
        boolean local = LOCAL.contains(listensOn) || InetAddresses.isInetAddress(listensOn) && InetAddresses.forString(listensOn).isLoopbackAddress();
        HostCheck check = new HostCheck(publicUrl.isEmpty() && !local);
        check.names.add(listensOn.toLowerCase(Locale.ROOT));
        if (!publicUrl.isEmpty()) {
            String host = URI.create(publicUrl).getHost();
            if (host != null) {
                check.names.add(host.toLowerCase(Locale.ROOT));
            }
        }
        return check;
    }

    /** @throws RequestException with {@code HOST_UNKNOWN} */
    void require(RoutingRequest req) {
        if (!any && !names.contains(host(req.headers().first(HeaderNames.HOST).orElse("")))) {
            throw new RequestException(ErrorCode.HOST_UNKNOWN, "Nothing is answered here under the host that the request names.");
        }
    }

    private static String host(String header) {
        try {
            return HostAndPort.fromString(header).getHost().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
