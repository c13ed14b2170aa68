package com.eyewearml.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** A client for which every host is this machine, where the tests' servers are. */
public final class LocalOutbound {
    private LocalOutbound() { }

    /** @param total longest time for one answer */
    public static OutboundClient client(Duration total) {
        return OutboundClient.over(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                return host;
            }
        }), total);
    }
}
