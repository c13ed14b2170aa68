package com.eyewearml.server.limit;

import java.time.Duration;

/**
 * Whether something may be done now.
 *
 * @param granted   whether it may
 * @param remaining how often it may still be done at once
 * @param waiting      until it may be done, zero where it may
 */
public record Permit(boolean granted, long remaining, Duration waiting) { }
