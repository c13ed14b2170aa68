package com.eyewearml.server.platform;

/**
 * What a platform gives for a grant.
 *
 * @param accessToken  for requests
 * @param refreshToken for the next pair
 */
public record TokenPair(Credential accessToken, Credential refreshToken) { }
