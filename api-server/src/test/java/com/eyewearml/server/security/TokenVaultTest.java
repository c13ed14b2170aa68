package com.eyewearml.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVaultTest {
    static final UUID SHOP = UUID.randomUUID();
    static final String OLD = "old:" + base64(1);
    static final String NEW = "new:" + base64(2);
    final TokenVault vault = new TokenVault(Keyring.parse(NEW + "," + OLD));

    static String base64(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void opensWhatItSealed() {
        Sealed sealed = vault.seal(SHOP, "c1/ACCESS", "shpat_é");
        assertEquals("new", sealed.keyId());
        assertEquals("shpat_é", vault.open(SHOP, "c1/ACCESS", sealed));
    }

    @Test
    void sealsAsTheStandardSays() throws Exception {
        Sealed sealed = vault.seal(SHOP, "c1/ACCESS", "token");
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 2);
        Cipher plain = Cipher.getInstance("AES/GCM/NoPadding");
        plain.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, sealed.nonce()));
        plain.updateAAD((SHOP + "/c1/ACCESS").getBytes(StandardCharsets.UTF_8));
        assertEquals("token", new String(plain.doFinal(sealed.ciphertext()), StandardCharsets.UTF_8));
        assertEquals(12, sealed.nonce().length);
    }

    @Test
    void opensWhatAnOlderKeySealed() {
        Sealed old = new TokenVault(Keyring.parse(OLD)).seal(SHOP, "p", "token");
        assertEquals("token", vault.open(SHOP, "p", old));
    }

    @Test
    void opensNothingOfAnotherShopOrPlace() {
        Sealed sealed = vault.seal(SHOP, "p", "token");
        assertThrows(VaultException.class, () -> vault.open(UUID.randomUUID(), "p", sealed));
        assertThrows(VaultException.class, () -> vault.open(SHOP, "q", sealed));
    }

    @Test
    void everyChangedBitShows() {
        Sealed sealed = vault.seal(SHOP, "p", "token");
        for (int bit = 0; bit < sealed.ciphertext().length * 8; bit++) {
            byte[] changed = sealed.ciphertext().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(VaultException.class, () -> vault.open(SHOP, "p", new Sealed("new", sealed.nonce(), changed)));
        }
    }

    @Test
    void theSameTokenIsNeverSealedAlike() {
        assertNotEquals(HexFormat.of().formatHex(vault.seal(SHOP, "p", "token").ciphertext()),
                HexFormat.of().formatHex(vault.seal(SHOP, "p", "token").ciphertext()));
    }

    @Test
    void namesTheKeyThatIsMissing() {
        Sealed sealed = new TokenVault(Keyring.parse(OLD)).seal(SHOP, "p", "token");
        VaultException missing = assertThrows(VaultException.class, () -> new TokenVault(Keyring.parse(NEW)).open(SHOP, "p", sealed));
        assertTrue(missing.getMessage().contains("old"), missing.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", ":AAAA", "k1:AAAA", "k1:not base64!", "k 1:AAAA", "k1:"})
    void refusesKeysThatAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Keyring.parse(text));
    }

    @Test
    void tellsNoKeyInItsRefusals() {
        String shortKey = Base64.getEncoder().encodeToString("too short a key".getBytes(StandardCharsets.UTF_8));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Keyring.parse("k1:" + shortKey));
        assertFalse(refused.getMessage().contains(shortKey), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Keyring.parse(OLD + "," + OLD));
    }
}
