package com.eyewearml.server.platform;

/** A token that a platform is said to have signed proves nothing; the message says which rule it breaks, without the token. */
public final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param rule which rule it breaks */
    public TokenRefusedException(String rule) {
        super(rule);
    }
}
