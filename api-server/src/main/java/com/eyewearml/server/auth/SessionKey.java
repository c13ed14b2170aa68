package com.eyewearml.server.auth;

/**
 * A new session, told once.
 *
 * @param secret what the browser brings with each request
 * @param csrf   what forms and scripts bring with each change
 */
public record SessionKey(String secret, String csrf) { }
