package com.eyewearml.server.platform;

/** The platform takes a refresh token no more ({@code invalid_grant}, RFC 6749 section 5.2). */
public final class RefreshRefusedException extends Exception {
    private static final long serialVersionUID = 1;
}
