package com.eyewearml.server.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Hashes of passwords: Argon2id (RFC 9106), 19 MiB, two passes, one lane, as OWASP's password storage guide recommends, written as PHC
 * strings that carry their own parameters.
 */
public final class Passwords {
    /** Shortest password taken, as NIST SP 800-63B-4 section 3.1.1.2 asks where no second factor is required. */
    public static final int MIN_LENGTH = 15;
    /** Longest password taken; hashing takes no longer for long ones, reading does. */
    public static final int MAX_LENGTH = 256;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final String OF_NOBODY = hash("a password that no account has");

    private Passwords() { }

    /** A PHC string with a salt of its own. */
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    /** Whether the password is the one hashed. */
    public static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes as long as {@link #matches}, for addresses that have no account. */
    public static void pretendToMatch(String password) {
        matches(password, OF_NOBODY);
    }
}
