package com.eyewearml.server.security;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that encrypt credentials at rest, newest first. The newest encrypts; all decrypt, so that a key can be replaced while the
 * server runs and taken out once nothing is under it any more.
 */
public final class Keyring {
    private static final int KEY_BYTES = 32;

    private final SequencedMap<String, SecretKey> keys;

    private Keyring(SequencedMap<String, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Reads keys of the form {@code id:base64,id:base64}, newest first.
     *
     * @throws IllegalArgumentException where a key is not 32 bytes, an id is missing or repeated; no key is in the message
     */
    public static Keyring parse(String text) {
        SequencedMap<String, SecretKey> keys = new LinkedHashMap<>();
        for (String entry : text.strip().split(",")) {
            int colon = entry.indexOf(':');
            String id = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (!id.matches("[A-Za-z0-9_-]{1,32}")) {
                throw new IllegalArgumentException("key " + (keys.size() + 1) + " has no id: expected id:base64 of 32 bytes");
            }
            if (keys.put(id, key(id, entry.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("two keys have the id " + id);
            }
        }
        return new Keyring(keys);
    }

    private static SecretKey key(String id, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == KEY_BYTES) {
                SecretKey key = new SecretKeySpec(bytes, "AES");
                Arrays.fill(bytes, (byte) 0);
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key " + id + " is not base64", null);
        }
        throw new IllegalArgumentException("key " + id + " must be 32 bytes long, as made by: openssl rand -base64 32");
    }

    Map.Entry<String, SecretKey> newest() {
        return keys.firstEntry();
    }

    /** Id of the key that encrypts. */
    public String newestId() {
        return keys.firstEntry().getKey();
    }

    SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new VaultException("a credential is under the key " + id + ", which the server was not given");
        }
        return key;
    }
}
