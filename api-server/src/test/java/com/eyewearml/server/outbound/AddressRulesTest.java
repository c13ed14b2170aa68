package com.eyewearml.server.outbound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.255.255.255", "10.0.0.1", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
        "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.170", "192.0.2.1", "192.168.255.255", "198.18.0.1", "198.19.255.255",
        "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
        "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1",
        "fe80::1", "fec0::1", "ff02::1"})
    void specialAddressesAreNotPublic(String address) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        // Java turns mapped addresses into IPv4, which a socket connects to alike.
        assertEquals(address.equals("::ffff:8.8.8.8"), AddressRules.isPublic(parsed), parsed.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "198.17.255.255", "198.20.0.0",
        "223.255.255.255", "2606:4700:4700::1111", "2a00:1450::1", "2001:4860:4860::8888"})
    void theirNeighboursArePublic(String address) throws UnknownHostException {
        assertTrue(AddressRules.isPublic(InetAddress.getByName(address)));
    }

    /** Against what Java itself knows of addresses. */
    @Test
    void nothingThatJavaCallsLocalIsPublic() throws UnknownHostException {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[0] = new byte[] {10, 127, (byte) 169, (byte) 172, (byte) 192, (byte) 0xfe, (byte) 0xff, (byte) 0xfc}[random.nextInt(8)];
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                    || address.isMulticastAddress()) {
                assertFalse(AddressRules.isPublic(address), address.toString());
            }
        }
    }

    @Test
    void aNameWithOnePrivateAddressIsRefusedWhole() throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        InetAddress open = InetAddress.getByName("8.8.8.8");
        names.add("good.example.com", open);
        names.add("mixed.example.com", open, InetAddress.getByName("10.0.0.1"));
        names.add("rebound.example.com", InetAddress.getByName("169.254.169.254"));
        PublicResolver resolver = new PublicResolver(names);
        assertArrayEquals(new InetAddress[] {open}, resolver.resolve("good.example.com"));
        assertThrows(UnknownHostException.class, () -> resolver.resolve("mixed.example.com"));
        assertThrows(UnknownHostException.class, () -> resolver.resolve("rebound.example.com"));
    }
}
