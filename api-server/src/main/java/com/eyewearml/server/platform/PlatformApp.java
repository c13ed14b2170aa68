package com.eyewearml.server.platform;

import com.eyewearml.server.StartupException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our app as a platform knows it.
 *
 * @param clientId public name
 * @param secrets  client secret and, while it is replaced, the previous one
 * @param url      where the platform reaches us, https, without a slash at its end
 */
public record PlatformApp(String clientId, List<String> secrets, URI url) {
    /**
     * Reads the settings {@code EYEWEARML_SHOPIFY_CLIENT_ID}, {@code …_CLIENT_SECRET}, {@code …_PREVIOUS_CLIENT_SECRET} and
     * {@code EYEWEARML_PUBLIC_URL}, or those of another platform; empty where there is no app on that platform.
     *
     * @throws StartupException where they are incomplete
     */
    public static Optional<PlatformApp> from(Map<String, String> environment, Platform platform) {
        String prefix = "EYEWEARML_" + platform + "_";
        Optional<String> clientId = find(environment, prefix + "CLIENT_ID");
        if (clientId.isEmpty()) {
            return Optional.empty();
        }
        String secret = require(environment, prefix + "CLIENT_SECRET", prefix + "CLIENT_ID");
        return Optional.of(new PlatformApp(clientId.get(), Stream.concat(Stream.of(secret),
                find(environment, prefix + "PREVIOUS_CLIENT_SECRET").stream()).toList(), publicUrl(environment, prefix + "CLIENT_ID")));
    }

    /**
     * Where platforms and browsers reach us, without a slash at its end.
     *
     * @param because setting that asks for it
     * @throws StartupException where it is missing or no address of a whole host
     */
    public static URI publicUrl(Map<String, String> environment, String because) {
        String url = require(environment, "EYEWEARML_PUBLIC_URL", because).replaceFirst("/+$", "");
        if (!url.matches("https://[A-Za-z0-9.-]+")) {
            throw new StartupException("EYEWEARML_PUBLIC_URL must look like https://app.example.com");
        }
        return URI.create(url);
    }

    private static Optional<String> find(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String require(Map<String, String> environment, String name, String because) {
        return find(environment, name).orElseThrow(() -> new StartupException(name + " is missing, which " + because + " asks for"));
    }

    /** The secret to sign and ask with. */
    public String secret() {
        return secrets.getFirst();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "PlatformApp[" + clientId + " at " + url + "]";
    }
}
