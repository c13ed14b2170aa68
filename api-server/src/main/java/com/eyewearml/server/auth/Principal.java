package com.eyewearml.server.auth;

import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.catalog.Shop;

/**
 * A member of a shop who asks for something, as the request's context holds it once access was granted.
 *
 * @param session of that person
 * @param shop    the shop it is about
 * @param role    theirs there
 */
public record Principal(Session session, Shop shop, Role role) {
    /** As the audit trail names them. */
    public Actor actor() {
        return Actor.account(session.accountId());
    }
}
