package com.eyewearml.server.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals credentials with AES-256-GCM (NIST SP 800-38D). The shop and the place of the credential are associated data: what was sealed
 * for one shop or purpose does not open as another's.
 */
public final class TokenVault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Keyring keys;

    /** Seals with the newest of those keys. */
    public TokenVault(Keyring keys) {
        this.keys = keys;
    }

    /** @param place which credential of the shop it is, for example the connection's id and the kind */
    public Sealed seal(UUID shopId, String place, String secret) {
        Map.Entry<String, SecretKey> newest = keys.newest();
        byte[] nonce = Secrets.random(NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, shopId, place);
            return new Sealed(newest.getKey(), nonce, cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new VaultException("a credential cannot be sealed", e);
        }
    }

    /** @throws VaultException where it was sealed for another shop or place, was changed, or its key is missing */
    public String open(UUID shopId, String place, Sealed sealed) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, keys.key(sealed.keyId()), sealed.nonce(), shopId, place);
            return new String(cipher.doFinal(sealed.ciphertext()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new VaultException("a credential of shop " + shopId + " is damaged or was sealed for another place", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID shopId, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((shopId + "/" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
