package com.eyewearml.server.auth;

import com.eyewearml.server.security.Secrets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody signed in.
 *
 * @param accountId  who
 * @param shopId     the only shop it is for, where a shop platform opened it
 * @param csrfSecret 32 bytes, known to the pages of this session
 */
public record Session(UUID accountId, Optional<UUID> shopId, byte[] csrfSecret) {
    /** What a page of this session sends with a change. */
    public String csrfToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(csrfSecret);
    }

    /** Whether a change comes from a page of this session. */
    public boolean owns(String csrfToken) {
        return Secrets.same(csrfToken(), csrfToken);
    }

    /** Whether it may act in that shop, as far as the session is concerned. */
    public boolean reaches(UUID shop) {
        return shopId.map(shop::equals).orElse(true);
    }
}
