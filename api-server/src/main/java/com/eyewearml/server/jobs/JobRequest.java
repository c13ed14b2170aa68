package com.eyewearml.server.jobs;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * Work to be done once.
 *
 * @param kind      names who does it, see {@link JobHandler}
 * @param dedupeKey two unfinished jobs of one shop and kind with the same key are one
 * @param payload   what the handler needs to know; no secret
 * @param runAt     not before then
 */
public record JobRequest(String kind, String dedupeKey, JsonObject payload, Instant runAt) { }
