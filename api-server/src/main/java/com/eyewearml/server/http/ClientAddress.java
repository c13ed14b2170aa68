package com.eyewearml.server.http;

import com.eyewearml.server.StartupException;
import com.google.common.net.InetAddresses;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.RoutingRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a request comes from. {@code X-Forwarded-For} is believed as far as the proxies in {@code EYEWEARML_TRUSTED_PROXIES} wrote it:
 * from its end, up to the first address that is none of theirs.
 */
public final class ClientAddress {
    private final Set<InetAddress> proxies;

    /** @param proxies that may speak for clients */
    ClientAddress(Set<InetAddress> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /** @throws StartupException where a proxy is not named by its address */
    public static ClientAddress from(Map<String, String> environment) {
        return new ClientAddress(Arrays.stream(environment.getOrDefault("EYEWEARML_TRUSTED_PROXIES", "").split(","))
                .map(String::strip).filter(text -> !text.isEmpty()).map(ClientAddress::proxy).collect(Collectors.toSet()));
    }

    private static InetAddress proxy(String text) {
        if (!InetAddresses.isInetAddress(text)) {
            throw new StartupException("EYEWEARML_TRUSTED_PROXIES holds \"" + text + "\", expected addresses such as 10.0.0.7,fd00::7");
        }
        return InetAddresses.forString(text);
    }

    /** As numbers. */
    String of(RoutingRequest req) {
        if (!(req.remotePeer().address() instanceof InetSocketAddress peer)) {
            return req.remotePeer().host();
        }
        InetAddress client = peer.getAddress();
        if (proxies.contains(client)) {
            List<String> forwarded = req.headers().values(HeaderNames.X_FORWARDED_FOR).stream()
                    .flatMap(value -> Arrays.stream(value.split(","))).map(String::strip).collect(Collectors.toList());
            Collections.reverse(forwarded);
            for (String text : forwarded) {
                if (!InetAddresses.isInetAddress(text)) {
                    break;
                }
                client = InetAddresses.forString(text);
                if (!proxies.contains(client)) {
                    break;
                }
            }
        }
        return client.getHostAddress();
    }
}
