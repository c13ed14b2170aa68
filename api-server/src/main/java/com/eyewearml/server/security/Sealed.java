package com.eyewearml.server.security;

/**
 * A credential as the database keeps it.
 *
 * @param keyId      key it is under
 * @param nonce      12 bytes, never used twice with one key
 * @param ciphertext encrypted bytes and the 16 bytes of their tag
 */
public record Sealed(String keyId, byte[] nonce, byte[] ciphertext) { }
