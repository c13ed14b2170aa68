package com.eyewearml.server.auth;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey of somebody (WebAuthn Level 3).
 *
 * @param credentialId   names it
 * @param accountId      whose it is
 * @param name           by which its owner tells it from others
 * @param publicKeyCose  key as a COSE_Key (RFC 9052)
 * @param signatureCount the highest seen
 * @param createdAt      when it was added
 * @param usedAt         when it last signed in
 */
public record Passkey(byte[] credentialId, UUID accountId, String name, byte[] publicKeyCose, long signatureCount, Instant createdAt,
                      Optional<Instant> usedAt) {
    /** Its id as forms carry it. */
    public String id() {
        return HexFormat.of().formatHex(credentialId);
    }
}
