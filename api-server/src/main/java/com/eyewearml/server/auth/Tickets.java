package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.TICKET;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.db.schema.tables.records.TicketRecord;
import com.eyewearml.server.security.Secrets;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.Condition;
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
        TicketRecord row = record(ticket, sha256, OffsetDateTime.now(clock), lifetime);
        row.setBrowserSha256(browser.map(Secrets::sha256).orElse(null));
        database.in(Scope.secret(sha256), db -> db.insertInto(TICKET).set(row).execute());
        return secret;
    }

    /**
     * Keeps a ticket under a secret that somebody else chose, in place of one that was there.
     *
     * @param secret at least 128 random bits
     */
    public void put(String secret, Ticket ticket, Duration lifetime) {
        byte[] sha256 = Secrets.sha256(secret);
        OffsetDateTime now = OffsetDateTime.now(clock);
        TicketRecord row = record(ticket, sha256, now, lifetime);
        database.in(Scope.secret(sha256), db -> db.insertInto(TICKET).set(row).onConflict(TICKET.SECRET_SHA256).doUpdate().set(row).execute());
    }

    /**
     * Adds to a ticket, once, what only comes to be known after it was issued.
     *
     * @param details sealed where they hold a secret
     * @return false where there is no such ticket, or it has details already
     */
    public boolean fill(String secret, Ticket.Purpose purpose, JsonObject details) {
        byte[] sha256 = Secrets.sha256(secret);
        return database.in(Scope.secret(sha256), db -> db.update(TICKET).set(TICKET.DETAILS, JSONB.jsonb(details.toString()))
                .where(live(sha256, purpose)).and(TICKET.DETAILS.eq(JSONB.jsonb("{}"))).execute() == 1);
    }

    /** A ticket that is good yet, without using it up. */
    public Optional<Ticket> find(String secret, Ticket.Purpose purpose, Optional<String> browser) {
        byte[] sha256 = Secrets.sha256(secret);
        return database.in(Scope.secret(sha256), db -> db.selectFrom(TICKET).where(live(sha256, purpose)).and(broughtBy(browser))
                .fetchOptional(row -> ticket(purpose, row)));
    }

    private Condition live(byte[] sha256, Ticket.Purpose purpose) {
        return TICKET.SECRET_SHA256.eq(sha256).and(TICKET.PURPOSE.eq(purpose.name()))
                .and(TICKET.USED_AT.isNull()).and(TICKET.EXPIRES_AT.gt(OffsetDateTime.now(clock)));
    }

    private static Condition broughtBy(Optional<String> browser) {
        return TICKET.BROWSER_SHA256.isNull().or(TICKET.BROWSER_SHA256.eq(browser.map(Secrets::sha256).orElse(new byte[0])));
    }

    private static Ticket ticket(Ticket.Purpose purpose, TicketRecord row) {
        try (JsonReader details = Json.createReader(new StringReader(row.getDetails().data()))) {
            return new Ticket(purpose, row.getSubject(), Optional.ofNullable(row.getShopId()), details.readObject());
        }
    }

    private static TicketRecord record(Ticket ticket, byte[] sha256, OffsetDateTime now, Duration lifetime) {
        TicketRecord row = new TicketRecord();
        row.setSecretSha256(sha256);
        row.setPurpose(ticket.purpose().name());
        row.setSubject(ticket.subject());
        row.setShopId(ticket.shopId().orElse(null));
        row.setDetails(JSONB.jsonb(ticket.details().toString()));
        row.setCreatedAt(now);
        row.setExpiresAt(now.plus(lifetime));
        row.setUsedAt(null);
        return row;
    }

    /**
     * Uses a ticket up. Of many who bring it at once, one gets it.
     *
     * @param browser cookie of the browser that brings it
     * @return empty where it is unknown, for something else, another browser's, used or too old: the bearer is not told which
     */
    public Optional<Ticket> redeem(String secret, Ticket.Purpose purpose, Optional<String> browser) {
        byte[] sha256 = Secrets.sha256(secret);
        return database.in(Scope.secret(sha256), db -> db.update(TICKET).set(TICKET.USED_AT, OffsetDateTime.now(clock))
                .where(live(sha256, purpose)).and(broughtBy(browser))
                .returning(TICKET.SUBJECT, TICKET.SHOP_ID, TICKET.DETAILS)
                .fetchOptional(row -> ticket(purpose, row)));
    }
}
