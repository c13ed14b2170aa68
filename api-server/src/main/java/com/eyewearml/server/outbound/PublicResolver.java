package com.eyewearml.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to public addresses only. The connection goes to the address judged here: there is no second look-up that could answer
 * otherwise. A name that resolves to several addresses of which one is not public is refused as a whole.
 */
final class PublicResolver implements DnsResolver {
    private final DnsResolver names;

    PublicResolver() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    PublicResolver(DnsResolver names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!AddressRules.isPublic(address)) {
                throw new UnknownHostException("the host " + host + " has an address that is not public");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
