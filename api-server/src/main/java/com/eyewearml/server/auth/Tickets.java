package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.TICKET;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.security.Secrets;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.JSONB;

/** Links in e-mails and states of installations: 256 random bits, kept as a hash, good once and for a while. */
public final class Tickets {
    private final Database database;
    private final Clock clock;

    /** @param clock tells when tickets end */
    public Tickets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Issues a ticket.
     *
     * @param browser cookie of the browser that must bring it back; empty where any may
     * @return its secret, told once
     */
    public String issue(Ticket ticket, Optional<String> browser, Duration lifetime) {
        String secret = Secrets.token();
        byte[] sha256 = Secrets.sha256(secret);
        OffsetDateTime now = OffsetDateTime.now(clock);
        database.in(Scope.secret(sha256), db -> db.insertInto(TICKET)
                .set(TICKET.SECRET_SHA256, sha256)
                .set(TICKET.PURPOSE, ticket.purpose().name())
                .set(TICKET.SUBJECT, ticket.subject())
                .set(TICKET.SHOP_ID, ticket.shopId().orElse(null))
                .set(TICKET.BROWSER_SHA256, browser.map(Secrets::sha256).orElse(null))
                .set(TICKET.DETAILS, JSONB.jsonb(ticket.details().toString()))
                .set(TICKET.CREATED_AT, now)
                .set(TICKET.EXPIRES_AT, now.plus(lifetime))
                .execute());
        return secret;
    }

    /**
     * Uses a ticket up. Of many who bring it at once, one gets it.
     *
     * @param browser cookie of the browser that brings it
     * @return empty where it is unknown, for something else, another browser's, used or too old: the bearer is not told which
     */
    public Optional<Ticket> redeem(String secret, Ticket.Purpose purpose, Optional<String> browser) {
        byte[] sha256 = Secrets.sha256(secret);
        OffsetDateTime now = OffsetDateTime.now(clock);
        byte[] browserSha256 = browser.map(Secrets::sha256).orElse(new byte[0]);
        return database.in(Scope.secret(sha256), db -> db.update(TICKET).set(TICKET.USED_AT, now)
                .where(TICKET.SECRET_SHA256.eq(sha256))
                .and(TICKET.PURPOSE.eq(purpose.name()))
                .and(TICKET.USED_AT.isNull())
                .and(TICKET.EXPIRES_AT.gt(now))
                .and(TICKET.BROWSER_SHA256.isNull().or(TICKET.BROWSER_SHA256.eq(browserSha256)))
                .returning(TICKET.SUBJECT, TICKET.SHOP_ID, TICKET.DETAILS)
                .fetchOptional(row -> {
                    try (JsonReader details = Json.createReader(new StringReader(row.getDetails().data()))) {
                        return new Ticket(purpose, row.getSubject(), Optional.ofNullable(row.getShopId()), details.readObject());
                    }
                }));
    }
}
