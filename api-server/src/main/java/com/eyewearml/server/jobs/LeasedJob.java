package com.eyewearml.server.jobs;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A job that this worker, and no other, does until the lease runs out.
 *
 * @param id       of the job
 * @param shopId   shop it belongs to
 * @param kind     names the handler
 * @param payload  what was asked for
 * @param cursor   where an earlier attempt got to; empty at first
 * @param attempts how often it was leased, including now
 * @param lease    proves that the lease is this worker's
 */
public record LeasedJob(UUID id, UUID shopId, String kind, JsonObject payload, JsonObject cursor, int attempts, UUID lease) { }
