package com.eyewearml.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where names of objects come from. */
final class Hashing {
    private Hashing() { }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
