package com.eyewearml.server.platform;

/**
 * Somebody as a platform knows them.
 *
 * @param id          of the user there
 * @param displayName how others see them
 */
public record PlatformUser(String id, String displayName) { }
