package com.eyewearml.db;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * On whose behalf a transaction runs, as the policies of row-level security read it. A transaction sees what its scope names and
 * nothing else; scopes add up.
 */
public final class Scope {
    private final Map<String, String> settings;

    private Scope(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    private static Scope of(String setting, String value) {
        return new Scope(Map.of(setting, value));
    }

    /** All rows of a shop. */
    public static Scope shop(UUID shopId) {
        return of("app.shop_id", shopId.toString());
    }

    /** The row of {@code shop} with that slug. */
    public static Scope slug(String slug) {
        return of("app.shop_slug", slug);
    }

    /** A signed-in person: own account, sessions, passkeys, memberships and the shops they are for. */
    public static Scope account(UUID accountId) {
        return of("app.account_id", accountId.toString());
    }

    /** The account with that address, lower case. */
    public static Scope email(String email) {
        return of("app.account_email", email);
    }

    /** The session or ticket whose secret has that SHA-256. */
    public static Scope secret(byte[] sha256) {
        return of("app.secret_sha256", HexFormat.of().formatHex(sha256));
    }

    /** The passkey with that credential id. */
    public static Scope passkey(byte[] credentialId) {
        return of("app.passkey_id", HexFormat.of().formatHex(credentialId));
    }

    /** The connection of a store of a platform, {@code SHOPIFY} for example. */
    public static Scope store(String platform, String store) {
        return of("app.store", platform + ":" + store);
    }

    /** The connection whose webhooks go to that path. */
    public static Scope webhookPath(String path) {
        return of("app.webhook_path", path);
    }

    /** The public key of a storefront. */
    public static Scope publicKey(String key) {
        return of("app.public_key", key);
    }

    /** The jobs of all shops, to be leased; nothing else of any shop. */
    public static Scope dispatch() {
        return of("app.dispatch", "on");
    }

    /** Sees what both see. */
    public Scope and(Scope other) {
        Map<String, String> both = new LinkedHashMap<>(settings);
        both.putAll(other.settings);
        return new Scope(both);
    }

    Map<String, String> settings() {
        return settings;
    }
}
