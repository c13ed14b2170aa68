package com.eyewearml.server.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet, by the special-purpose registries of RFC 6890 and their updates. What an IPv6 address
 * embeds (mapped, NAT64, 6to4, Teredo) is judged too.
 */
public final class AddressRules {
    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8), Block.of("10.0.0.0", 8), Block.of("100.64.0.0", 10), Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16), Block.of("172.16.0.0", 12), Block.of("192.0.0.0", 24), Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24), Block.of("192.168.0.0", 16), Block.of("198.18.0.0", 15), Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24), Block.of("224.0.0.0", 4), Block.of("240.0.0.0", 4));
    /** Global unicast; all else of IPv6 is special. */
    private static final Block GLOBAL_V6 = Block.of("2000::", 3);
    private static final List<Block> SPECIAL_V6 = List.of(
            Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    private AddressRules() { }

    /** Whether it can be reached over the public internet and belongs to nothing special. */
    public static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> SPECIAL.stream().noneMatch(block -> block.holds(v4));
            case Inet6Address v6 -> GLOBAL_V6.holds(v6) && SPECIAL_V6.stream().noneMatch(block -> block.holds(v6));
            default -> false;
        };
    }

    private record Block(byte[] first, int bits) {
        static Block of(String address, int bits) {
            try {
                return new Block(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new AssertionError("a number needs no look-up", e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            int whole = bits / 8;
            int rest = bits % 8;
            return bytes.length == first.length && Arrays.equals(bytes, 0, whole, first, 0, whole)
                    && (rest == 0 || ((bytes[whole] ^ first[whole]) & 0xff) >> 8 - rest == 0);
        }
    }
}
