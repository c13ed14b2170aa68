package com.eyewearml.server.http;

import com.eyewearml.server.StartupException;
import com.eyewearml.server.limit.Permit;
import com.eyewearml.server.limit.Rate;
import com.eyewearml.server.limit.RateLimiter;
import com.google.common.net.InetAddresses;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * Bounds the requests of one address and those for one shop, over all servers of an installation. Answers tell what is left
 * (draft-ietf-httpapi-ratelimit-headers).
 */
public final class RateLimit {
    private static final HeaderName LEFT = HeaderNames.create("RateLimit");
    private static final HeaderName POLICY = HeaderNames.create("RateLimit-Policy");
    private static final Rate PER_ADDRESS = new Rate(600, 10);
    private static final Rate PER_SHOP = new Rate(12_000, 600);
    private static final int NETWORK_BYTES_V6 = 8;

    private final RateLimiter limiter;
    private final Rate perAddress;
    private final Rate perShop;

    private RateLimit(RateLimiter limiter, Rate perAddress, Rate perShop) {
        this.limiter = limiter;
        this.perAddress = perAddress;
        this.perShop = perShop;
    }

    /** As {@code EYEWEARML_RATE_ADDRESS} and {@code EYEWEARML_RATE_SHOP} say. */
    public static RateLimit from(Map<String, String> environment, RateLimiter limiter) {
        return new RateLimit(limiter, rate(environment, "EYEWEARML_RATE_ADDRESS", PER_ADDRESS), rate(environment, "EYEWEARML_RATE_SHOP", PER_SHOP));
    }

    private static Rate rate(Map<String, String> environment, String variable, Rate usual) {
        String text = environment.getOrDefault(variable, "");
        if (text.isEmpty()) {
            return usual;
        }
        try {
            String[] parts = text.split("/", 2);
            return new Rate(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new StartupException(variable + " is \"" + text + "\", expected requests at once and per second, such as 600/10", e);
        }
    }

    /** @throws RequestException with {@code TOO_MANY_REQUESTS}, where the client's address has asked too often */
    public void takeForAddress(ServerRequest req, ServerResponse res) {
        take("address:" + network(Exchange.clientAddress(req)), "address", perAddress, res);
    }

    /** @throws RequestException with {@code TOO_MANY_REQUESTS}, where too much was asked for the shop */
    public void takeForShop(UUID shopId, ServerResponse res) {
        take("shop:" + shopId, "shop", perShop, res);
    }

    private void take(String key, String policy, Rate rate, ServerResponse res) {
        Permit permit = limiter.take(key, rate);
        long seconds = (permit.waiting().toMillis() + 999) / 1000;
        if (!permit.granted()) {
            res.header(LEFT, '"' + policy + "\";r=0;t=" + seconds);
            res.header(POLICY, policy(policy, rate));
            res.header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
            throw new RequestException(ErrorCode.TOO_MANY_REQUESTS,
                    "More requests of one " + policy + " than its rate allows. Try again in " + seconds + " s.");
        }
        // Of several limits, the answer tells the one that will be met first.
        long others = res.headers().contains(LEFT) ? left(res.headers().get(LEFT).get()) : Long.MAX_VALUE;
        if (permit.remaining() < others) {
            res.header(LEFT, '"' + policy + "\";r=" + permit.remaining() + ";t=" + secondsToFill(permit, rate));
            res.header(POLICY, policy(policy, rate));
        }
    }

    private static long left(String header) {
        return Long.parseLong(header.substring(header.indexOf(";r=") + 3, header.indexOf(";t=")));
    }

    private static long secondsToFill(Permit permit, Rate rate) {
        return (long) Math.ceil((rate.burst() - permit.remaining()) / rate.perSecond());
    }

    private static String policy(String name, Rate rate) {
        return '"' + name + "\";q=" + rate.burst() + ";w=" + (long) Math.ceil(rate.burst() / rate.perSecond());
    }

    /** Of IPv6, clients have whole networks of 64 bits. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        InetAddress parsed = InetAddresses.forString(address.replaceFirst("%.*", ""));
        return parsed instanceof Inet6Address ? InetAddresses.toAddrString(prefix(parsed)) + "/64" : address;
    }

    private static InetAddress prefix(InetAddress address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES_V6, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("16 bytes are an address", e);
        }
    }
}
