package com.eyewearml.server.outbound;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a merchant's store is: https on its usual port, at a name under a public suffix. Two spellings of one place are equal.
 *
 * @param host lower case, ASCII (punycode)
 * @param path folder the store is in, without a slash at its end; empty for the whole host
 */
public record StoreOrigin(String host, String path) {
    private static final int HTTPS_PORT = 443;

    /**
     * Reads what a merchant typed or a store sent.
     *
     * @throws HostRefusedException saying what is wrong with it
     */
    public static StoreOrigin parse(String text) {
        URI uri = uri(text.strip());
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw new HostRefusedException("The store's address must begin with https://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || uri.getRawQuery() != null) {
            throw new HostRefusedException("The store's address must hold no name, password, query or fragment.");
        }
        if (uri.getPort() != -1 && uri.getPort() != HTTPS_PORT) {
            throw new HostRefusedException("The store must be reachable on the usual https port, 443.");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        if (path.contains("//") || path.contains("/.") || path.contains("%") || path.contains("\\")) {
            throw new HostRefusedException("The path of the store's address is not a plain folder.");
        }
        return new StoreOrigin(host(uri), path);
    }

    private static URI uri(String text) {
        try {
            int from = text.indexOf("://") + 3;
            int to = from < 3 ? -1 : text.indexOf('/', from);
            String host = from < 3 ? "" : text.substring(from, to < 0 ? text.length() : to);
            // A name in the shop's own script becomes its ASCII form before anything is decided about it.
            String ascii = host.isEmpty() || host.chars().allMatch(c -> c < 128) ? host : IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
            return new URI(from < 3 ? text : text.substring(0, from) + ascii + (to < 0 ? "" : text.substring(to)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new HostRefusedException("That is not a web address. Expected something like https://www.example.com");
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (host.isEmpty() || InetAddresses.isUriInetAddress(host) || host.matches("[0-9.]+|0x[0-9a-f.x]+")) {
            throw new HostRefusedException("The store's address must hold a host name, not a number.");
        }
        if (!InternetDomainName.isValid(host) || !InternetDomainName.from(host).isUnderPublicSuffix()) {
            throw new HostRefusedException("The host " + host + " is not one that is reachable from the internet.");
        }
        return host;
    }

    /** As the database names the store and as addresses below it begin. */
    @Override
    public String toString() {
        return "https://" + host + path;
    }
}
